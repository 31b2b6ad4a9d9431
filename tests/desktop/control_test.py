# SPDX-License-Identifier: MIT
"""`unhunch break`, `unhunch status`, the bus, the hooks."""
import json
import os
import re

import desk


class Control(desk.Desk):
    def setUp(self):
        super().setUp()
        self.open_session()
        self.start_daemon()

    def status(self):
        return json.loads(self.unhunch('status', '--json'))

    def test_the_status_is_one_line(self):
        self.go(12)
        self.assertEqual(self.unhunch('status').split('. ')[0], 'Sitting for 12 minutes')
        self.assertEqual(self.unhunch('status').count('\n'), 1)

    def test_the_status_as_json(self):
        self.go(12)
        status = self.status()
        self.assertEqual((status['running'], status['present'], status['phase'], status['prompt']),
                         (True, True, 'waiting', 'stand'))
        self.assertEqual(status['sitting_ms'], 12 * desk.MINUTE)
        self.assertEqual(status['next'] - status['sitting_since'], 45 * desk.MINUTE)
        self.assertIsNone(status['waits_for'])

    def test_the_status_as_waybar_wants_it(self):
        self.go(12)
        bar = json.loads(self.unhunch('status', '--waybar'))
        self.assertEqual((bar['text'], bar['class']), ('12 min', 'sitting'))
        self.unhunch('break', 'pause')
        self.assertEqual(json.loads(self.unhunch('status', '--waybar'))['class'], 'paused')

    def test_today_at_a_glance_has_the_next_break(self):
        self.go(12)
        self.unhunch('log', '--stood')
        self.assertIn('Sitting for 12 minutes. Next break in ', self.unhunch())

    def test_a_break_by_command(self):
        self.go(20)
        self.unhunch('break')
        self.assertEqual((self.get('BreaksToday'), self.get('SittingSeconds')), (1, 0))

    def test_a_stretch_by_command_and_that_it_is_done(self):
        self.unhunch('break', 'now', 'stretch')
        self.assertEqual(self.get('Phase'), 'started')
        self.unhunch('break', 'done')
        self.assertEqual(self.get('StretchesToday'), 1)

    def test_put_off_and_skipped_by_command(self):
        self.sit_until_shown(45)
        self.unhunch('break', 'snooze', '10')
        self.assertEqual(self.get('SnoozesToday'), 1)
        self.wait_for(self.closed, 'a withdrawal')
        self.go(10)
        self.go(2)
        self.unhunch('break', 'skip', 'no-room')
        self.assertEqual(self.get('SkipsToday'), 1)

    def test_paused_for_a_time_until_tomorrow_and_no_more(self):
        self.unhunch('break', 'pause', '90')
        self.go(89)
        self.assertEqual(self.get('Phase'), 'waiting')
        self.assertTrue(self.get('Quiet'))
        self.unhunch('break', 'pause', 'tomorrow')
        self.assertTrue(self.get('UntilTomorrow'))
        self.go(5 * 60)
        self.assertTrue(self.get('Quiet'))
        self.unhunch('break', 'resume')
        self.assertFalse(self.get('Quiet'))

    def test_a_wrong_word_reaches_nobody(self):
        for words, what in ((('snoze',), 'did you mean snooze?'), (('snooze', '21'), 'from 1 to 20'),
                            (('snooze', 'x'), 'from 1 to 20'), (('now', 'posture'), 'stand, stretch, long'),
                            (('skip', 'lazy'), 'not-now, no-room'), (('resume', '5'), 'takes no argument')):
            self.assertIn(what, self.unhunch('break', *words, code=2))
        self.assertEqual(self.get('SnoozesToday') + self.get('SkipsToday'), 0)

    def test_a_skip_that_has_to_be_said_twice_says_so(self):
        for times in range(4):
            self.unhunch('break', 'snooze', code=0 if times < 3 else 1)
        self.assertIn('once more within a minute', self.unhunch('break', 'skip', code=1))
        self.unhunch('break', 'skip')

    def test_the_interface_can_be_introspected(self):
        text = str(desk.dbus.Interface(self.bus.get_object(desk.NAME, desk.PATH),
                                       'org.freedesktop.DBus.Introspectable').Introspect())
        for member in ('method name="Snooze"', 'property name="Phase"', 'signal name="Soon"', 'name="minutes"'):
            self.assertIn(member, text)

    def test_signals_and_changes_are_told(self):
        heard = self.start(['dbus-monitor', '--address', self.env['DBUS_SESSION_BUS_ADDRESS'],
                            "interface='org.unhunch.Break1'", "path='/org/unhunch/Break1'"])
        while 'member=NameLost' not in heard.line():
            pass
        self.unhunch('break')
        members = set()
        while not {'Start', 'Break', 'PropertiesChanged'} <= members:
            members.update(re.findall(r'member=(\w+)', heard.line()))

    def test_settings_that_change_are_in_force_at_once(self):
        self.unhunch('profile', 'break-after=20')
        self.wait_for(lambda: self.get('Next') - self.get('SittingSince') == 20 * desk.MINUTE, 'the setting')
        self.settings(break_after=30)
        self.wait_for(lambda: self.get('Next') - self.get('SittingSince') == 30 * desk.MINUTE, 'config.yaml')

    def test_other_files_beside_config_yaml_start_nothing(self):
        before = self.said()
        for name in ('.config.yaml.swp', 'notes.txt'):
            with open(self.home + '/config/unhunch/' + name, 'w') as file:
                file.write('x')
        self.settings(break_after=25)  # heard after them
        self.wait_for(lambda: self.get('Next') - self.get('SittingSince') == 25 * desk.MINUTE, 'config.yaml')
        self.assertEqual(self.said(), before)

    def test_office_hours_are_closed_and_open(self):
        self.settings(office_hours='"mon: 9:30-17:00"')
        self.wait_for(lambda: not self.get('Open'), 'the setting')
        self.assertIn('Outside of your office hours', self.unhunch('status'))
        self.go(31)
        self.assertTrue(self.get('Open'))

    def test_breaks_that_were_seen_are_remembered(self):
        self.go(20)
        self.unhunch('break')
        self.wait_for(lambda: 'stood' in self.unhunch('export', 'jsonl'), 'the record')
        self.time('sleep', 30 * desk.MINUTE)
        self.call('Resume')  # anything that happens shows that the machine slept
        self.wait_for(lambda: '"length_ms":1800000' in self.unhunch('export', 'jsonl').replace(' ', ''), 'its length')

    def test_the_doctor_names_who_tells_of_presence(self):
        said = self.unhunch('doctor', code=0)
        self.assertIn('Nobody tells of keyboard and mouse', said)

    def test_the_doctor_says_of_a_source_that_it_is_untried(self):
        self.daemon.end()
        self.open_login()
        self.start_daemon()
        self.assertEqual(self.get('IdleSource'), 'logind')
        said = ' '.join(self.unhunch('doctor', code=0).split())
        self.assertIn('Told of by logind alone: untried on a real desktop', said)


class Hooks(desk.Desk):
    def hook(self, name, script):
        path = self.home + '/config/unhunch/hooks/on-' + name
        with open(path, 'w') as file:
            file.write('#!/bin/sh\n' + script)
        os.chmod(path, 0o755)

    def told(self):
        try:
            with open(self.home + '/told') as file:
                return file.read().split('\n')
        except FileNotFoundError:
            return []

    def test_each_event_runs_its_hook_with_what_is_known(self):
        self.open_session()
        for name in ('soon', 'now', 'withdraw', 'start', 'break', 'back', 'day', 'done'):
            self.hook(name, 'echo "$UNHUNCH_EVENT $UNHUNCH_PROMPT $UNHUNCH_PAUSE $UNHUNCH_SITTING_SECONDS" >>%s/told\n'
                      % self.home)
        self.settings(stretch_times='always', start_opens='notification')
        self.start_daemon()
        self.go(44)
        self.wait_for(lambda: 'soon stretch  2640' in self.told(), 'soon')
        self.sit_until_shown(1)
        self.wait_for(lambda: any(re.fullmatch(r'now stretch  2[89]\d0', line) for line in self.told()), 'now')
        self.call('Start')
        self.wait_for(lambda: any(line.startswith('start stretch') for line in self.told()), 'start')
        self.wait_for(lambda: any(line.startswith('withdraw stretch') for line in self.told()), 'withdraw')
        self.call('Done')
        for event in ('break', 'done'):
            self.wait_for(lambda: any(line.startswith(event + ' ') and ' stretch ' in line for line in self.told()),
                          event)
        self.time('sleep', 20 * 60 * desk.MINUTE)
        for event in ('back', 'day'):
            self.wait_for(lambda: any(line.startswith(event + ' ') for line in self.told()), event)

    def test_a_hook_that_hangs_holds_up_nothing_and_is_not_started_twice(self):
        self.open_session()
        self.hook('break', 'echo $$ >>%s/told; exec sleep 1000\n' % self.home)
        self.start_daemon()
        self.call('Now', 'stand')
        self.wait_for(self.told, 'the hook')
        self.call('Now', 'stand')
        self.call('Now', 'stand')
        self.assertEqual(len([line for line in self.told() if line]), 1)
        self.assertIn('still runs', self.said())

    def test_a_hook_that_is_not_executable_is_none(self):
        self.open_session()
        self.hook('break', 'echo >>%s/told\n' % self.home)
        os.chmod(self.home + '/config/unhunch/hooks/on-break', 0o644)
        self.start_daemon()
        self.call('Now', 'stand')
        self.wait_for(lambda: not self.children(), 'an end')
        self.assertEqual(self.told(), [])


desk.main()
