# SPDX-License-Identifier: MIT
"""Begin, end, crash; what is missing; what goes away while it runs."""
import os
import random
import signal
import stat
import subprocess

import desk


class Life(desk.Desk):
    def restart(self, how=signal.SIGTERM, clock_ms=0, boot_ms=0):
        """Ends it, and starts it so many milliseconds later."""
        self.daemon.process.send_signal(how)
        self.daemon.process.wait(desk.LIMIT_S)
        self.daemon.end()
        self.running.remove(self.daemon)
        self.env['UNHUNCH_TEST_CLOCK'] = str(1767603600000 + clock_ms)
        self.env['UNHUNCH_TEST_BOOT'] = str(3600000 + boot_ms)
        self.wait_for(lambda: not self.bus.name_has_owner(desk.NAME), 'its end')
        self.start_daemon()

    def test_sitting_goes_on_over_a_restart(self):
        self.open_session()
        self.start_daemon()
        self.go(30)
        self.restart(clock_ms=31 * desk.MINUTE, boot_ms=31 * desk.MINUTE)
        self.assertGreaterEqual(self.get('SittingSeconds'), 30 * 60)
        self.assertLessEqual(self.get('SittingSeconds'), 31 * 60)

    def test_sitting_goes_on_over_a_crash(self):
        self.open_session()
        self.start_daemon()
        self.go(30)
        self.restart(signal.SIGKILL, clock_ms=31 * desk.MINUTE, boot_ms=31 * desk.MINUTE)
        self.assertGreaterEqual(self.get('SittingSeconds'), 30 * 60)

    def test_a_night_without_it_is_a_break(self):
        self.open_session()
        self.start_daemon()
        self.go(30)
        hours = 14 * 60 * desk.MINUTE
        self.restart(signal.SIGKILL, clock_ms=hours, boot_ms=hours)
        self.assertEqual(self.get('SittingSeconds'), 0)

    def test_after_a_reboot_the_wall_clock_has_to_do(self):
        self.open_session()
        self.start_daemon()
        self.go(30)
        path = self.home + '/state/unhunch/desk'
        self.daemon.process.kill()
        self.daemon.process.wait(desk.LIMIT_S)
        with open(path) as file:
            text = file.read()
        with open('/proc/sys/kernel/random/boot_id') as file:
            text = text.replace(file.read().strip(), '00000000-0000-0000-0000-000000000000')
        with open(path, 'w') as file:
            file.write(text)
        self.restart(clock_ms=31 * desk.MINUTE, boot_ms=-3000000)
        self.assertLessEqual(self.get('SittingSeconds'), 31 * 60)
        self.assertEqual(self.get('Phase'), 'waiting')

    def test_killed_at_any_moment_it_goes_on(self):
        """Ten lives of commands at random; what was written down can always be read."""
        self.open_session()
        self.start_daemon()
        dice = random.Random(6)
        passed = 0
        for life in range(10):
            for _ in range(dice.randrange(1, 6)):
                minutes = dice.randrange(1, 25)
                passed += minutes * desk.MINUTE
                self.go(minutes)
                self.call(*dice.choice([('Now', 'stand'), ('Snooze', desk.dbus.UInt32(5)), ('Resume',), ('Done',),
                                        ('Pause', desk.dbus.UInt32(30)), ('Skip', 'not-now')]))
            before = int(self.get('BreaksToday'))
            self.daemon.tell('go 60000')  # on its way when the blow falls
            self.restart(signal.SIGKILL, clock_ms=passed, boot_ms=passed)
            self.assertNotIn('cannot be read', self.said())
            self.assertLessEqual(before, int(self.get('BreaksToday')))
            self.assertLess(self.get('SittingSeconds'), 24 * 3600)
            self.assertEqual(os.listdir(self.home + '/state/unhunch').count('desk'), 1)
            passed_here = passed
            self.assertGreaterEqual(passed_here, 0)
            # the clock of the next life begins where this one's is
            self.env['UNHUNCH_TEST_CLOCK'] = str(1767603600000 + passed)

    def test_what_cannot_be_read_is_said_and_begun_anew(self):
        self.open_session()
        os.makedirs(self.home + '/state/unhunch')
        with open(self.home + '/state/unhunch/desk', 'w') as file:
            file.write('tea\n')
        self.start_daemon()
        self.assertIn('sitting is counted from now', self.said())
        self.assertEqual(self.get('SittingSeconds'), 0)

    def test_nothing_is_written_while_nothing_happens(self):
        self.open_session()
        self.start_daemon()
        self.go(1)
        path = self.home + '/state/unhunch/desk'
        before = os.stat(path)
        self.go(20)
        after = os.stat(path)
        self.assertEqual((before.st_ino, before.st_mtime_ns), (after.st_ino, after.st_mtime_ns))
        self.assertEqual(stat.S_IMODE(after.st_mode), 0o600)

    def test_a_second_one_leaves_again(self):
        self.open_session()
        self.start_daemon()
        second = subprocess.run([desk.BIN + '/unhunchd'], env=self.env, stdin=subprocess.DEVNULL, capture_output=True,
                                text=True, timeout=desk.LIMIT_S)
        self.assertEqual((second.returncode, second.stderr), (0, 'unhunchd: it runs already; nothing was started\n'))

    def test_a_disk_that_takes_nothing_is_told_once_and_it_goes_on(self):
        self.open_session()
        self.start_daemon()
        os.remove(self.home + '/state/unhunch/desk')
        os.makedirs(self.home + '/state/unhunch/desk/in-the-way')
        for _ in range(3):
            self.go(1)
            self.call('Now', 'stand')
        self.assertEqual(self.said().count('cannot be written down'), 1)
        self.assertEqual(self.get('BreaksToday'), 3)
        self.assertIn('state', self.get('Trouble'))

    # -- what is missing --

    def test_without_any_bus_it_counts_and_says_so_once(self):
        self.start_daemon(wait=False)
        self.go(50)
        self.wait_for(lambda: 'no session bus' in self.said(), 'the log')
        self.go(100)
        self.assertEqual(self.said().count('no session bus'), 1)
        with open(self.home + '/state/unhunch/desk') as file:
            self.assertIn('phase=', file.read())
        self.assertIn('does not run', self.unhunch('status', code=1))

    def test_how_to_start_it_is_what_works_here(self):
        units = self.home + '/units'
        self.env['XDG_CONFIG_HOME'] = units
        os.makedirs(units + '/systemd/user')
        if not any(os.path.exists(f'/{folder}/systemd/user/unhunchd.service')
                   for folder in ('etc', 'run', 'usr/lib', 'usr/local/lib', 'usr/share', 'usr/local/share')):
            for words in (['status'], ['break']):
                self.assertNotIn('systemctl', self.unhunch(*words, code=1))
        open(units + '/systemd/user/unhunchd.service', 'w').close()
        for words in (['status'], ['break']):
            self.assertIn('systemctl --user enable --now unhunchd',
                          ' '.join(self.unhunch(*words, code=1).split()))

    def test_without_a_server_what_is_due_stands_in_the_status(self):
        self.notifications = False
        self.open_session()
        self.start_daemon()
        self.go(45)
        self.wait_for(lambda: self.get('Phase') == 'due' and not self.children(), 'due')
        self.call_nothing()
        self.as_time_passes(lambda: self.get('Missed'), 'missed')
        self.assertIn('notifications cannot be shown', self.said())
        self.go(60)
        self.assertEqual(self.said().count('notifications cannot be shown'), 1)

    def test_without_the_program_that_knows_the_settings_it_goes_on(self):
        self.open_session()
        os.makedirs(self.home + '/alone')
        os.link(desk.BIN + '/unhunchd', self.home + '/alone/unhunchd') if same_disk(desk.BIN, self.home) else \
            copy(desk.BIN + '/unhunchd', self.home + '/alone/unhunchd')
        self.env['PATH'] = '/nowhere'
        self.log = open(self.home + '/log', 'ab')
        self.addCleanup(self.log.close)
        self.daemon = self.start([self.home + '/alone/unhunchd'], stderr=self.log)
        self.wait_for(lambda: self.bus.name_has_owner(desk.NAME), desk.NAME)
        self.assertIn('unhunch does not answer', self.said())
        self.sit_until_shown(45)

    def test_without_a_home_it_says_what_is_missing(self):
        env = {'PATH': self.env['PATH']}
        done = subprocess.run([desk.BIN + '/unhunchd'], env=env, stdin=subprocess.DEVNULL, capture_output=True,
                              text=True, timeout=desk.LIMIT_S)
        self.assertEqual(done.returncode, 1)
        self.assertIn('set HOME', done.stderr)

    # -- what goes away --

    def test_a_session_bus_that_goes_away_ends_nothing(self):
        self.open_session()
        self.start_daemon()
        self.go(10)
        self.bus_program.end()
        self.wait_for(lambda: 'no session bus' in self.said(), 'noticed')
        self.go(10)
        self.assertIsNone(self.daemon.process.poll())

    def test_a_display_that_goes_away_ends_nothing(self):
        self.open_session()
        display = self.open_x()
        self.start_daemon()
        self.assertEqual(self.get('IdleSource'), 'x11')
        display.terminate()
        self.wait_for(lambda: self.get('IdleSource') == 'none', 'noticed')
        self.assertIn('x11 does not tell', self.said())
        self.go(10)
        self.assertEqual(self.get('SittingSeconds'), 600)

    def test_presence_is_told_by_the_display(self):
        self.open_session()
        compositor = self.start([desk.BIN + '/compositor', 'wayland-test', 'ext'])
        compositor.line()
        self.env['WAYLAND_DISPLAY'] = 'wayland-test'
        self.start_daemon()
        compositor.until('watch 120000')
        self.go(30)
        self.go(2)
        compositor.tell('idle 120000')
        self.wait_for(lambda: not self.get('Present') or self.children() == [], 'idle')
        self.wait_for(lambda: not self.get('Present'), 'away')
        self.go(3)
        self.assertEqual(self.get('BreaksToday'), 1)
        compositor.tell('active')
        self.wait_for(lambda: self.get('Present'), 'back')
        self.assertEqual(self.get('SittingSeconds'), 0)

    def test_an_offer_is_withdrawn_when_the_person_walks_away(self):
        self.open_session()
        compositor = self.start([desk.BIN + '/compositor', 'wayland-test', 'ext'])
        compositor.line()
        self.env['WAYLAND_DISPLAY'] = 'wayland-test'
        self.start_daemon()
        self.sit_until_shown(45)
        self.go(2)
        compositor.tell('idle 120000')
        self.wait_for(self.closed, 'a withdrawal')
        self.assertFalse(self.get('Present'))

    def test_ended_it_takes_its_notification_along(self):
        self.open_session()
        self.start_daemon()
        self.sit_until_shown(45)
        self.daemon.end()
        self.wait_for(self.closed, 'a withdrawal')


def same_disk(a, b):
    return os.stat(a).st_dev == os.stat(b).st_dev


def copy(a, b):
    import shutil
    shutil.copy(a, b)


desk.main()
