# SPDX-License-Identifier: MIT
"""Which moments are not free: what the desktop, its programs and the person's own command say."""
import os

import desk


class Moment(desk.Desk):
    def setUp(self):
        super().setUp()
        self.open_session()

    def waits_for(self, what):
        self.go(45)
        self.wait_for(lambda: self.get('Phase') == 'due' and not self.children() and self.get('WaitsFor') == what,
                      what or 'nothing')

    def is_free_again(self):
        self.as_time_passes(lambda: self.get('WaitsFor') == '', 'a free moment')
        self.as_time_passes(self.number_shown, 'a notification')

    def test_a_free_moment_waits_for_nothing(self):
        self.start_daemon()
        self.waits_for('')

    def test_a_window_that_fills_the_screen(self):
        self.open_x()
        self.env['UNHUNCH_LANGUAGE'] = 'en'
        window = self.start([desk.BIN + '/window'])
        self.assertEqual(window.line(), 'ready')
        self.start_daemon()
        self.waits_for('full-screen')
        self.assertEqual(self.number_shown(), 0)
        self.assertIn('it waits, because a window fills the screen', self.unhunch('status'))
        window.process.stdin.close()
        window.process.wait(desk.LIMIT_S)
        window.process.stdin = None
        self.is_free_again()

    def test_the_command_of_the_person(self):
        self.settings(busy_command='test -e %s/busy' % self.home)
        open(self.home + '/busy', 'w').close()
        self.start_daemon()
        self.waits_for('command')
        os.remove(self.home + '/busy')
        self.is_free_again()

    def test_a_command_that_hangs_is_killed_and_is_no_reason(self):
        self.settings(busy_command='exec sleep 1000')
        self.start_daemon()
        self.go(45)
        self.wait_for(self.hangs, 'the command')
        self.wait_for(lambda: not self.hangs(), 'its end')
        self.as_time_passes(self.number_shown, 'a notification')  # the next looks hang, too, and are no reason either

    def hangs(self):
        for child in self.children():
            try:
                with open('/proc/%s/cmdline' % child) as file:
                    if file.read().startswith('sleep'):
                        return True
            except FileNotFoundError:
                pass
        return False

    def test_what_need_not_be_waited_for_is_not(self):
        self.settings(busy_command='true', wait_for='camera')
        self.start_daemon()
        self.waits_for('')

    def desktop(self, *words):
        """A program with a name on the session bus that answers one question."""
        program = self.start(['/usr/bin/python3', os.path.join(os.path.dirname(os.path.abspath(__file__)), 'says.py'),
                              *words])
        self.assertEqual(program.line(), 'ready')
        return program

    def test_do_not_disturb_of_kde(self):
        self.notices.AddProperty('org.freedesktop.Notifications', 'Inhibited', True)
        self.start_daemon()
        self.waits_for('do-not-disturb')

    def test_do_not_disturb_of_xfce(self):
        self.desktop('org.xfce.Xfconf', '/org/xfce/Xfconf', 'org.xfce.Xfconf', 'GetProperty', 'ss', 'v')
        self.start_daemon()
        self.waits_for('do-not-disturb')

    def test_do_not_disturb_of_gnome(self):
        os.makedirs(self.home + '/bin')
        with open(self.home + '/bin/gsettings', 'w') as file:
            file.write('#!/bin/sh\n[ "$*" = "get org.gnome.desktop.notifications show-banners" ] && echo false\n')
        os.chmod(self.home + '/bin/gsettings', 0o755)
        self.env['PATH'] = self.home + '/bin:' + self.env['PATH']
        self.env['XDG_CURRENT_DESKTOP'] = 'ubuntu:GNOME'
        self.start_daemon()
        self.waits_for('do-not-disturb')

    def test_what_keeps_the_screen_of_gnome_awake(self):
        self.desktop('org.gnome.SessionManager', '/org/gnome/SessionManager', 'org.gnome.SessionManager',
                     'IsInhibited', 'u', 'b')
        self.start_daemon()
        self.waits_for('inhibited')

    def test_what_keeps_the_screen_of_others_awake(self):
        path = '/org/freedesktop/PowerManagement/Inhibit'
        name = path[1:].replace('/', '.')
        self.desktop(name, path, name, 'HasInhibit', '', 'b')
        self.start_daemon()
        self.waits_for('inhibited')

    def test_what_keeps_the_machine_from_idling(self):
        self.open_login()
        self.manager.AddProperty('org.freedesktop.login1.Manager', 'BlockInhibited', 'sleep:idle')
        self.start_daemon()
        self.waits_for('inhibited')


desk.main()
