# SPDX-License-Identifier: MIT
"""A locked screen and a sleeping machine, by a login manager on a bus of its own."""
import desk

SESSION = 'org.freedesktop.login1.Session'
MANAGER = 'org.freedesktop.login1.Manager'


class Login(desk.Desk):
    def setUp(self):
        super().setUp()
        self.open_session()
        self.open_login()
        self.start_daemon()

    def lock(self, locked):
        self.session.EmitSignal(SESSION, 'Lock' if locked else 'Unlock', '', [])
        self.wait_for(lambda: self.get('Locked') == locked, 'the lock')

    def prepare_for_sleep(self, before):
        self.manager.EmitSignal(MANAGER, 'PrepareForSleep', 'b', [before])

    def inhibitors(self):
        return self.system.call_blocking('org.freedesktop.login1', '/org/freedesktop/login1', MANAGER,
                                         'ListInhibitors', '', [])

    def test_a_locked_screen_is_away_and_five_minutes_of_it_are_a_break(self):
        self.go(30)
        self.lock(True)
        self.go(5)
        self.lock(False)
        self.assertEqual(self.get('SittingSeconds'), 0)
        self.assertEqual(self.get('BreaksToday'), 1)

    def test_a_short_lock_only_stops_the_count(self):
        self.go(30)
        self.lock(True)
        self.go(2)
        self.lock(False)
        self.assertEqual(self.get('SittingSeconds'), 30 * 60)

    def test_a_locker_that_says_so_itself_counts(self):
        self.session.UpdateProperties(SESSION, {'LockedHint': True}) if self.has_hint() else \
            self.session.EmitSignal('org.freedesktop.DBus.Properties', 'PropertiesChanged', 'sa{sv}as',
                                    [SESSION, {'LockedHint': True}, desk.dbus.Array([], signature='s')])
        self.wait_for(lambda: self.get('Locked'), 'the lock')

    def has_hint(self):
        try:
            self.session.Get(SESSION, 'LockedHint', dbus_interface='org.freedesktop.DBus.Properties')
            return True
        except desk.dbus.DBusException:
            return False

    def test_an_offer_is_withdrawn_by_the_lock(self):
        self.sit_until_shown(45)
        self.lock(True)
        self.wait_for(self.closed, 'a withdrawal')

    def test_nothing_begins_behind_a_locked_screen(self):
        self.lock(True)
        self.assertEqual(self.call('Now', 'stand'), 'locked')
        self.assertIn('locked', self.unhunch('break', 'now', code=1))

    def test_sleep_waits_until_sitting_is_written_down_and_nothing_is_owed_after_it(self):
        self.go(40)
        self.prepare_for_sleep(True)
        self.wait_for(lambda: not self.get('Present'), 'asleep')
        with open(self.home + '/state/unhunch/desk') as file:
            self.assertIn('away=4', file.read())
        self.time('sleep', 8 * 60 * desk.MINUTE)
        self.prepare_for_sleep(False)
        self.wait_for(lambda: self.get('Present'), 'awake')
        self.assertEqual(self.get('SittingSeconds'), 0)
        self.assertEqual(self.get('Phase'), 'waiting')
        self.assertEqual(self.number_shown(), 0)

    def test_sleep_that_nobody_announced_is_seen_by_the_clocks(self):
        self.go(40)
        self.time('sleep', 8 * 60 * desk.MINUTE)
        self.assertEqual(self.get('SittingSeconds'), 0)
        self.assertEqual(self.number_shown(), 0)
        self.go(44)
        self.assertEqual(self.get('Phase'), 'waiting')

    def test_a_stopped_program_owes_nothing_either(self):
        self.go(40)
        self.time('jump', 3 * 60 * desk.MINUTE)
        self.assertEqual(self.get('Phase'), 'waiting')
        self.assertLess(self.get('SittingSeconds'), 60)

    def test_a_login_manager_that_goes_away_ends_nothing(self):
        self.go(10)
        self.system_program.end()
        self.wait_for(lambda: 'login' in self.get('Trouble'), 'noticed')
        self.go(10)
        self.assertEqual(self.get('SittingSeconds'), 20 * 60)


class LockWithoutALocker(desk.Desk):
    """Somebody asks for a lock and the locker never tells that it ended."""
    notifications = False

    def test_input_ends_a_lock_that_no_locker_confirmed(self):
        self.open_session()
        self.open_login()
        compositor = self.start([desk.BIN + '/compositor', 'wayland-test', 'ext'])
        compositor.line()
        self.env['WAYLAND_DISPLAY'] = 'wayland-test'
        self.start_daemon()
        self.session.EmitSignal(SESSION, 'Lock', '', [])
        compositor.until('watch 3000')
        self.assertTrue(self.get('Locked'))
        compositor.tell('idle 3000')
        self.call_nothing()
        compositor.tell('active')
        self.wait_for(lambda: not self.get('Locked'), 'input')


desk.main()
