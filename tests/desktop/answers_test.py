# SPDX-License-Identifier: MIT
"""What a notification says, and what each answer to it does."""
import json
import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.request

import desk


class Answers(desk.Desk):
    def setUp(self):
        super().setUp()
        self.open_session()
        self.settings(stretch_times='always')
        self.start_daemon()

    def test_after_45_minutes_a_stretch_is_offered_with_three_answers_and_a_picture(self):
        self.sit_until_shown(45)
        app, replaces, icon, title, body, actions, hints, expire = self.shown()[-1]
        self.assertEqual((app, replaces), ('unhunch', 0))
        self.assertRegex(title, r'^[A-Z].*\?$')
        self.assertRegex(body, r'^You have been sitting for 4\d minutes; this takes \d\d seconds\.$')
        self.assertEqual(list(actions)[2:], ['start', 'Start', 'later', '5 more minutes', 'skip', 'Skip'])
        self.assertEqual(hints['urgency'], 1)
        with open(hints['image-path']) as file:
            self.assertIn('<svg', file.read(200))

    def test_a_walk_is_offered_quietly(self):
        self.settings(stretch_times='none')
        self.call('Reload')
        self.settled()
        self.sit_until_shown(45)
        notice = self.shown()[-1]
        self.assertRegex(notice[3], r'^Stand up after 4\d minutes of sitting\?$')
        self.assertEqual(notice[6]['urgency'], 0)
        self.assertTrue(notice[6]['suppress-sound'])

    def test_a_shared_office_reads_nothing_of_stretches(self):
        self.settings(stretch_times='always', discreet='yes')
        self.call('Reload')
        self.settled()
        self.sit_until_shown(45)
        notice = self.shown()[-1]
        self.assertEqual(notice[3], 'A short break?')
        self.assertRegex(notice[4], r'^The last one was 4\d minutes ago\.$')
        self.assertNotIn('image-path', notice[6])

    def test_start_opens_the_stretch_as_text_where_nothing_else_is(self):
        self.sit_until_shown(45)
        title = self.shown()[-1][3]
        self.answer('start')
        self.wait_for(lambda: self.number_shown() == 2, 'the steps')
        notice = self.shown()[-1]
        self.assertEqual(notice[3] + '?', title)
        self.assertGreater(len(notice[4].split('\n')), 2)
        self.assertEqual(list(notice[5])[2:], ['done', 'Done'])
        self.assertEqual(self.get('Phase'), 'started')
        self.go(1)
        self.answer('done')
        self.assertEqual(self.get('StretchesToday'), 1)
        self.assertEqual(self.get('SittingSeconds'), 0)

    def test_five_more_minutes_are_five_minutes(self):
        self.sit_until_shown(45)
        self.answer('later')
        self.assertEqual(self.get('Phase'), 'waiting')
        self.assertEqual(self.get('SnoozesToday'), 1)
        self.go(4.9)
        self.assertEqual(self.number_shown(), 1)
        self.assertEqual(self.get('Phase'), 'waiting')
        self.go(0.1)
        self.wait_for(lambda: self.get('Phase') == 'due', 'again')

    def test_skip_is_a_whole_interval(self):
        self.sit_until_shown(45)
        self.time('go', 3000)
        self.answer('skip')
        self.assertEqual(self.get('SkipsToday'), 1)
        self.go(44)
        self.assertEqual(self.get('Phase'), 'waiting')

    def test_a_skip_within_two_seconds_was_not_meant(self):
        self.sit_until_shown(45)
        self.time('go', 1500)
        self.answer('skip')
        self.assertEqual(self.get('SkipsToday'), 0)

    def test_closed_within_two_seconds_it_is_asked_once_more(self):
        self.sit_until_shown(45)
        self.time('go', 1500)
        self.close(2)
        self.assertEqual(self.get('SkipsToday'), 0)

    def test_closed_later_it_is_skipped(self):
        self.sit_until_shown(45)
        self.time('go', 5000)
        self.close(2)
        self.assertEqual(self.get('SkipsToday'), 1)

    def test_one_that_vanished_stays_in_the_status(self):
        self.sit_until_shown(45)
        self.time('go', 5000)
        self.close(1)
        self.assertTrue(self.get('Missed'))
        self.assertIn('nobody saw it', self.unhunch('status'))

    def test_one_that_nobody_answers_is_taken_away(self):
        self.sit_until_shown(45)
        self.go(5)
        self.wait_for(self.closed, 'a withdrawal')
        self.assertTrue(self.get('Missed'))

    def test_there_are_never_two(self):
        self.sit_until_shown(45)
        self.call('Now', 'stand')
        self.call('Now', 'stretch')
        self.wait_for(lambda: self.number_shown() >= 2, 'the steps')
        shown = self.number_shown_ids()
        self.assertLessEqual(len(set(shown) - set(self.closed())), 1)

    def test_what_is_put_off_often_is_asked_twice_and_never_refused(self):
        for times in range(3):
            self.sit_until_shown(45 if times == 0 else 5)
            self.time('go', 3000)
            self.answer('later')
        self.sit_until_shown(5)
        self.time('go', 3000)
        shown = self.number_shown()
        self.answer('later')
        self.wait_for(lambda: self.number_shown() > shown, 'the question')
        self.assertEqual(self.shown()[-1][3], 'Put off 3 times since the last break')
        self.assertTrue(self.get('Confirming'))
        self.answer('later')
        self.assertEqual(self.get('SnoozesToday'), 4)


class Terminal(desk.Desk):
    def setUp(self):
        super().setUp()
        os.makedirs(self.home + '/bin')
        with open(self.home + '/bin/xdg-terminal-exec', 'w') as file:
            file.write('#!/bin/sh\necho "$@" >%s/opened\n' % self.home)
        os.chmod(self.home + '/bin/xdg-terminal-exec', 0o755)
        self.env['PATH'] = self.home + '/bin:' + self.env['PATH']
        self.env['DISPLAY'] = ':not-there'
        self.open_session()

    def opened(self):
        try:
            with open(self.home + '/opened') as file:
                return file.read()
        except FileNotFoundError:
            return ''

    def test_start_opens_a_terminal_with_the_stretch(self):
        self.settings(stretch_times='always', start_opens='terminal')
        self.start_daemon()
        self.sit_until_shown(45)
        self.answer('start')
        self.assertEqual(self.wait_for(lambda: self.opened().endswith('\n') and self.opened(), 'a terminal'),
                         desk.BIN + '/unhunch stretch --micro\n')
        self.assertEqual(self.get('Phase'), 'started')
        self.assertEqual(self.number_shown(), 1)

    def test_a_long_break_opens_a_session(self):
        self.settings(minutes=7, start_opens='terminal')
        self.start_daemon()
        self.unhunch('break', 'now', 'long')
        self.assertEqual(self.wait_for(lambda: self.opened().endswith('\n') and self.opened(), 'a terminal'),
                         desk.BIN + '/unhunch stretch --minutes 7\n')

    def test_where_it_is_wanted_as_a_notification_no_terminal_opens(self):
        self.settings(stretch_times='always', start_opens='notification')
        self.start_daemon()
        self.sit_until_shown(45)
        self.answer('start')
        self.wait_for(lambda: self.number_shown() == 2, 'the steps')
        self.assertEqual(self.opened(), '')

    def test_a_stretch_that_was_done_in_it_is_a_break(self):
        self.settings(stretch_times='always', start_opens='terminal')
        self.start_daemon()
        self.unhunch('break', 'now', 'stretch')
        self.unhunch('stretch', 'chin-tuck', '--plain', '--mute', '--acknowledge')
        self.wait_for(lambda: self.get('StretchesToday') == 1, 'the hint')
        self.assertEqual(self.get('Phase'), 'waiting')


class Page(desk.Desk):
    """The real server on a port of its own, and a browser that writes down what it is to show."""

    def setUp(self):
        super().setUp()
        self.bin = self.home + '/bin'
        os.makedirs(self.bin)
        for name in ('unhunchd', 'unhunch'):  # they look for each other in their own folder
            shutil.copy(os.path.join(desk.BIN, name), self.bin)
        with socket.socket() as free:
            free.bind(('127.0.0.1', 0))
            self.port = free.getsockname()[1]
        server = os.path.realpath(desk.BIN + '/../../bin/unhunch-web')
        if not os.path.exists(server):
            self.skipTest('the page is not part of this build')
        self.program('unhunch-web', 'echo $$ >%s/web.pid\nexec %s --port %d "$@"' % (self.home, server, self.port))
        self.addCleanup(self.end_server)
        self.open_session()
        self.env['PATH'] = self.bin
        self.env['DISPLAY'] = ':not-there'

    def program(self, name, script):
        with open(self.bin + '/' + name, 'w') as file:
            file.write('#!/bin/sh\n' + script + '\n')
        os.chmod(self.bin + '/' + name, 0o755)

    def browser(self, name):
        self.program(name, 'echo "$0 $*" >%s/opened' % self.home)

    def end_server(self):
        if os.path.exists(self.home + '/web.pid'):
            with open(self.home + '/web.pid') as file:
                os.kill(int(file.read()), signal.SIGTERM)

    def opened(self):
        try:
            with open(self.home + '/opened') as file:
                return file.read()
        except FileNotFoundError:
            return ''

    def wait_for_window(self):
        words = self.wait_for(lambda: self.opened().endswith('\n') and self.opened(), 'a window').split()
        return words[0].split('/')[-1], words[1]

    def address(self, place):
        return r'http://127\.0\.0\.1:%d/\?token=[0-9a-f]{64}#/%s$' % (self.port, place)

    def test_start_opens_a_window_in_which_the_stretch_begins(self):
        self.browser('chromium')
        self.browser('xdg-open')
        self.program('xdg-terminal-exec', 'echo "$0 $*" >%s/opened' % self.home)
        self.settings(stretch_times='always')
        self.start_daemon()
        self.sit_until_shown(45)
        self.answer('start')
        name, word = self.wait_for_window()
        self.assertEqual(name, 'chromium')
        self.assertRegex(word, '^--app=' + self.address('session/micro'))
        self.assertEqual(self.get('Phase'), 'started')
        self.assertEqual(self.number_shown(), 1)

    def test_a_long_break_opens_a_session_in_the_browser_that_is_there(self):
        self.browser('xdg-open')
        self.settings(minutes=7, start_opens='page')
        self.start_daemon()
        self.unhunch('break', 'now', 'long')
        name, word = self.wait_for_window()
        self.assertEqual(name, 'xdg-open')
        self.assertRegex(word, '^' + self.address('session/minutes/7'))

    def test_where_there_is_no_browser_a_terminal_opens(self):
        self.program('xdg-terminal-exec', 'echo "$0 $*" >%s/opened' % self.home)
        self.settings(stretch_times='always')
        self.start_daemon()
        self.sit_until_shown(45)
        self.answer('start')
        self.wait_for_window()
        self.assertTrue(self.opened().endswith('/unhunch stretch --micro\n'), self.opened())

    def test_a_session_that_ended_in_the_page_was_a_break(self):
        self.browser('chromium')
        self.settings(stretch_times='always')
        self.start_daemon()
        self.unhunch('break', 'now', 'stretch')
        _, word = self.wait_for_window()
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(), urllib.request.ProxyHandler({}))
        opener.open(word[len('--app='):].split('#')[0]).read()
        self.unhunch('stretch', 'chin-tuck', '--plain', '--mute', '--acknowledge')  # a session to copy
        self.wait_for(lambda: self.get('StretchesToday') == 1, 'the hint of the terminal')
        self.go(20)
        lines = [json.loads(line) for line in self.unhunch('export', 'jsonl').splitlines()]
        was = next(line['id'] for line in lines if line['record'] == 'session')
        other = '019b8e4a-0000-7000-8000-000000000000'
        now = int(time.time() * 1000)
        kept = []
        for line in lines:
            if line['record'] == 'session':
                kept.append({**line, 'id': other, 'ended': now, 'changed': now})
            elif line.get('session') == was and line['record'] in ('entry', 'set'):
                kept.append({**line, 'session': other, 'changed': now})
        for times in range(2):  # sent twice it is one
            opener.open(urllib.request.Request(
                'http://127.0.0.1:%d/api/v1/sessions/%s' % (self.port, other), method='PUT',
                data='\n'.join(json.dumps(line) for line in kept).encode(),
                headers={'Content-Type': 'application/x-ndjson'})).read()
        self.wait_for(lambda: self.get('StretchesToday') == 2, 'the hint of the page')
        self.call_nothing()
        self.assertEqual(self.get('StretchesToday'), 2)


class Gentle(desk.Desk):
    def test_flexible_people_are_offered_walks(self):
        self.open_session()
        self.settings(stretch_times='always', profile='flexible')
        self.start_daemon()
        self.sit_until_shown(45)
        self.assertIn('Stand up after', self.shown()[-1][3])


class WithoutButtons(desk.Desk):
    capabilities = 'body body-markup'

    def test_a_server_without_buttons_is_told_how_to_answer(self):
        self.open_session()
        self.start_daemon()
        self.sit_until_shown(45)
        notice = self.shown()[-1]
        self.assertEqual(list(notice[5]), [])
        self.assertIn('unhunch break start, unhunch break snooze or unhunch break skip', notice[4])
        self.unhunch('break', 'start')
        self.assertEqual(self.get('BreaksToday'), 1)


class Dunst(desk.Desk):
    """The same on a real server, by the menu with which its users answer."""
    notifications = False

    def setUp(self):
        super().setUp()
        self.open_session()
        self.open_x()
        os.makedirs(self.home + '/config/dunst')
        with open(self.home + '/pick', 'w') as file:
            file.write('#!/bin/sh\ngrep "$(cat %s/want)" | head -1\n' % self.home)
        os.chmod(self.home + '/pick', 0o755)
        with open(self.home + '/config/dunst/dunstrc', 'w') as file:
            file.write('[global]\n    dmenu = %s/pick\n' % self.home)
        self.dunst = self.start(['dunst'], stderr=subprocess.DEVNULL)
        self.wait_for(lambda: self.bus.name_has_owner('org.freedesktop.Notifications'), 'dunst')
        self.settings(stretch_times='always')
        self.env.pop('DISPLAY')
        self.start_daemon()

    def dunstctl(self, *words):
        return subprocess.run(['dunstctl', *words], env=self.env, check=True, capture_output=True, text=True).stdout

    def displayed(self):
        return int(self.dunstctl('count', 'displayed'))

    def shown_by_dunst(self):
        self.sit_until_shown(45)
        self.wait_for(self.displayed, 'a notification')

    def pick(self, label):
        with open(self.home + '/want', 'w') as file:
            file.write(label)
        self.dunstctl('context')

    def test_five_more_minutes(self):
        self.shown_by_dunst()
        self.pick('5 more minutes')
        self.wait_for(lambda: self.get('SnoozesToday') == 1, 'the answer')
        self.assertEqual(self.get('Phase'), 'waiting')

    def test_skip(self):
        self.shown_by_dunst()
        self.time('go', 3000)
        self.pick('Skip')
        self.wait_for(lambda: self.get('SkipsToday') == 1, 'the answer')

    def test_start(self):
        self.shown_by_dunst()
        self.pick('Start')
        self.wait_for(lambda: self.get('Phase') == 'started', 'the answer')

    def test_closed_by_hand(self):
        self.shown_by_dunst()
        self.time('go', 3000)
        self.dunstctl('close-all')
        self.wait_for(lambda: self.get('SkipsToday') == 1, 'the answer')

    def test_withdrawn_when_nobody_answers(self):
        self.shown_by_dunst()
        self.go(5)
        self.wait_for(lambda: self.displayed() == 0, 'a withdrawal')

    def test_paused_is_do_not_disturb(self):
        self.dunstctl('set-paused', 'true')
        self.go(45)
        self.wait_for(lambda: self.get('WaitsFor') == 'do-not-disturb', 'waiting')
        self.dunstctl('set-paused', 'false')
        self.as_time_passes(self.displayed, 'a notification')

    def test_a_server_that_is_slow_to_answer_only_delays_it(self):
        self.dunst.process.send_signal(signal.SIGSTOP)
        self.go(45)
        self.go(2)
        self.dunst.process.send_signal(signal.SIGCONT)
        self.as_time_passes(self.displayed, 'a notification')

    def test_do_not_disturb_under_an_offer_takes_it_away_and_it_comes_again(self):
        self.shown_by_dunst()
        self.dunstctl('set-paused', 'true')
        self.as_time_passes(lambda: (self.get('Phase'), self.get('WaitsFor')) == ('due', 'do-not-disturb'), 'waiting')
        self.wait_for(lambda: self.displayed() == 0, 'the withdrawal')
        self.assertEqual((self.displayed(), int(self.dunstctl('count', 'waiting'))), (0, 0))
        self.assertFalse(self.get('Missed'))
        self.dunstctl('set-paused', 'false')
        self.as_time_passes(self.displayed, 'a notification')
        self.assertEqual(self.get('SkipsToday') + self.get('SnoozesToday'), 0)

    def test_a_server_that_dies_is_no_answer(self):
        self.shown_by_dunst()
        self.time('go', 3000)
        self.dunst.end()
        self.wait_for(lambda: self.get('Missed'), 'noticed')
        self.assertEqual(self.get('SkipsToday'), 0)


desk.main()
