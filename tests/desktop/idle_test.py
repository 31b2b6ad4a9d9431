# SPDX-License-Identifier: MIT
"""Each source of presence, by a real program where there is one."""
import os
import shutil
import signal
import subprocess
import time
import unittest

import desk

START_S = 30  # a compositor of a desktop takes its time


class Sources(desk.Desk):
    notifications = False

    def listen(self, source, away_ms=250, still_ms=0, **env):
        self.env.update(env)
        program = self.start([desk.BIN + '/listen', source, str(away_ms), str(still_ms)])
        return program, program.line()

    def xdotool(self, *words):
        subprocess.run(['xdotool', *words], env=self.env, check=True)

    def test_x11_tells_of_idleness_and_of_mouse_and_keys(self):
        self.open_x()
        self.xdotool('mousemove', '10', '10')
        listener, source = self.listen('auto')
        self.assertEqual(source, 'source x11')
        for hand in (('mousemove', '50', '50'), ('key', 'a')):
            self.assertEqual(listener.line(), 'away')
            self.xdotool(*hand)
            self.assertEqual(listener.line(), 'active')

    def test_x11_hears_input_that_came_before_absence_was_told(self):
        self.open_x()
        self.xdotool('mousemove', '10', '10')
        listener, _ = self.listen('x11', away_ms=1000)
        listener.process.send_signal(signal.SIGSTOP)  # as where others have the processor
        time.sleep(2)  # so long the server hears nothing, by its own clock
        self.xdotool('mousemove', '50', '50')
        listener.process.send_signal(signal.SIGCONT)
        self.assertEqual(listener.line(), 'away')
        self.assertEqual(listener.line(), 'active')

    def test_x11_tells_a_pause_in_typing_before_an_absence(self):
        self.open_x()
        self.xdotool('mousemove', '10', '10')
        listener, _ = self.listen('x11', away_ms=3000, still_ms=200)
        self.assertEqual([listener.line(), listener.line()], ['still', 'away'])
        self.xdotool('mousemove', '60', '50')
        self.assertEqual(listener.line(), 'active')
        self.assertEqual(listener.line(), 'still')

    def test_an_x_server_that_goes_away_is_told(self):
        server = self.open_x()
        listener, _ = self.listen('x11', away_ms=100000)
        server.terminate()
        self.assertEqual(listener.line(), 'lost')

    def compositor(self, protocol):
        program = self.start([desk.BIN + '/compositor', 'wayland-test', protocol])
        self.assertEqual(program.line(), 'ready')
        self.env['WAYLAND_DISPLAY'] = 'wayland-test'
        return program

    def check_wayland(self, protocol, name):
        compositor = self.compositor(protocol)
        listener, source = self.listen('auto', away_ms=120000, still_ms=3000)
        self.assertEqual(source, 'source ' + name)
        self.assertEqual({compositor.line(), compositor.line()}, {'watch 120000', 'watch 3000'})
        for times in range(2):
            compositor.tell('idle 3000')
            self.assertEqual(listener.line(), 'still')
            compositor.tell('idle 120000')
            self.assertEqual(listener.line(), 'away')
            compositor.tell('active')
            self.assertEqual(listener.line(), 'active')
        compositor.end()
        self.assertEqual(listener.line(), 'lost')

    def test_ext_idle_notify_tells_of_both(self):
        self.check_wayland('ext', 'wayland')

    def test_the_protocol_of_kde_tells_of_both(self):
        self.check_wayland('kde', 'kde')

    def test_x11_is_not_asked_beside_a_wayland_display(self):
        self.open_x()
        self.env['WAYLAND_DISPLAY'] = 'not-there'
        _, source = self.listen('auto')
        self.assertEqual(source, 'source none')

    def nobody(self):
        """What a compositor is started by that refuses root, and a folder that is its own."""
        if os.getuid() != 0:
            return []
        os.chmod(self.home, 0o755)
        os.chown(self.home + '/run', 65534, 65534)
        return ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups']

    def real(self, argv, **env):
        program = subprocess.Popen(argv, env=dict(self.env, **env), stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL)
        self.addCleanup(program.wait)
        self.addCleanup(program.terminate)

    def appears(self, name):
        self.wait_for(lambda: os.path.exists(self.home + '/run/' + name), name, START_S)

    @unittest.skipUnless(shutil.which('sway'), 'sway is not here')
    def test_sway_tells_of_idleness(self):
        run = self.home + '/run'
        with open(self.home + '/sway.conf', 'w') as file:
            file.write('exec true\n')
        os.chmod(self.home + '/sway.conf', 0o644)
        self.real([*self.nobody(), 'sway', '-c', self.home + '/sway.conf'], WLR_BACKENDS='headless',
                  WLR_LIBINPUT_NO_DEVICES='1', WLR_RENDERER='pixman')
        self.appears('wayland-1')
        listener, source = self.listen('auto', WAYLAND_DISPLAY='wayland-1')
        self.assertIn(source, ('source kde', 'source wayland'))
        self.assertEqual(listener.line(), 'away')
        socket = self.wait_for(lambda: [name for name in os.listdir(run) if name.startswith('sway-ipc')], 'its socket')
        subprocess.run(['swaymsg', '-s', run + '/' + socket[0], 'seat', 'seat0', 'cursor', 'move', '50', '50'],
                       env=self.env, check=True, stdout=subprocess.DEVNULL)
        self.assertEqual(listener.line(), 'active')

    @unittest.skipUnless(shutil.which('kwin_wayland'), 'KWin is not here')
    def test_kwin_tells_by_both_protocols_of_a_hand_at_its_window(self):
        self.open_x()
        kwin = self.home + '/kwin_wayland'  # a copy has no file capabilities, with which it would not start everywhere
        shutil.copyfile(shutil.which('kwin_wayland'), kwin)
        os.chmod(kwin, 0o755)
        self.real([*self.nobody(), kwin, '--x11-display', self.env['DISPLAY'], '--width', '300', '--height', '180',
                   '--no-lockscreen', '--no-global-shortcuts', '--socket', 'wayland-kwin'],
                  HOME=self.home + '/run', XDG_CONFIG_HOME=self.home + '/run', KWIN_COMPOSE='Q')
        self.appears('wayland-kwin')
        for wanted, chosen in (('auto', 'wayland'), ('kde', 'kde')):
            listener, source = self.listen(wanted, away_ms=900, still_ms=300, WAYLAND_DISPLAY='wayland-kwin')
            self.assertEqual(source, 'source ' + chosen)
            for place in ('50', '80'):
                self.assertEqual([listener.line(), listener.line()], ['still', 'away'])
                self.xdotool('mousemove', place, '60')
                self.assertEqual(listener.line(), 'active')
            listener.end()

    @unittest.skipUnless(shutil.which('mutter'), 'Mutter is not here')
    def test_mutter_itself_tells_of_idleness(self):
        self.open_session()
        self.real(['mutter', '--headless', '--virtual-monitor', '800x600', '--wayland', '--no-x11',
                   '--wayland-display', 'wayland-mutter'], GSETTINGS_BACKEND='memory', MUTTER_DEBUG_RESET_IDLETIME='1')
        name = 'org.gnome.Mutter.IdleMonitor'
        self.wait_for(lambda: self.bus.name_has_owner(name), name, START_S)
        listener, source = self.listen('auto', away_ms=900, still_ms=300, WAYLAND_DISPLAY='wayland-mutter')
        self.assertEqual(source, 'source mutter')
        monitor = desk.dbus.Interface(self.bus.get_object(name, '/org/gnome/Mutter/IdleMonitor/Core'), name)
        for times in range(2):
            self.assertEqual([listener.line(), listener.line()], ['still', 'away'])
            monitor.ResetIdletime()
            self.assertEqual(listener.line(), 'active')

    def test_mutter_tells_over_the_session_bus(self):
        self.open_session()
        mutter = self.start(['/usr/bin/python3', os.path.join(os.path.dirname(__file__), 'mutter.py')])
        self.assertEqual(mutter.line(), 'ready')
        listener, source = self.listen('auto', away_ms=120000, still_ms=3000)
        self.assertEqual(source, 'source mutter')
        self.assertEqual({mutter.line(), mutter.line()}, {'watch 120000', 'watch 3000'})
        mutter.tell('idle 3000')
        self.assertEqual(listener.line(), 'still')
        self.assertEqual(mutter.line(), 'watch active')
        mutter.tell('idle 120000')
        self.assertEqual(listener.line(), 'away')
        mutter.tell('active')
        self.assertEqual(listener.line(), 'active')
        mutter.tell('idle 3000')
        self.assertEqual(listener.line(), 'still')

    def test_logind_tells_by_its_hint_where_nobody_else_does(self):
        self.open_login()
        self.session.AddProperty('org.freedesktop.login1.Session', 'IdleHint', False) \
            if not self.hint_is_there() else None
        listener, source = self.listen('auto')
        self.assertEqual(source, 'source logind')
        self.session.UpdateProperties('org.freedesktop.login1.Session', {'IdleHint': True})
        self.assertEqual(listener.line(), 'away')
        self.session.UpdateProperties('org.freedesktop.login1.Session', {'IdleHint': False})
        self.assertEqual(listener.line(), 'active')

    def hint_is_there(self):
        try:
            self.session.Get('org.freedesktop.login1.Session', 'IdleHint',
                             dbus_interface='org.freedesktop.DBus.Properties')
            return True
        except desk.dbus.DBusException:
            return False

    def test_where_nobody_tells_that_is_said(self):
        _, source = self.listen('auto')
        self.assertEqual(source, 'source none')


desk.main()
