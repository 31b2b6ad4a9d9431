# SPDX-License-Identifier: MIT
"""A desk for tests: private buses, a notification server, a login manager, the daemon with a clock on command.

Nothing here sleeps: whatever is waited for is a line, a signal or a name on a bus, with a limit after which the test
fails. Needs Debian's python3-dbusmock, which brings the bindings of D-Bus.
"""
import os
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

LIMIT_S = 10

try:
    import dbus
    import dbusmock  # noqa: F401, only to know that it is here
except ImportError:
    print('python3-dbusmock is not here: scripts/deps.sh test installs it on Debian')
    sys.exit(77)

BIN = sys.argv[1]  # unhunchd with the fake clock, unhunch beside it, the helpers
sys.argv[1:2] = []
NAME = 'org.unhunch.Break1'
PATH = '/org/unhunch/Break1'
MINUTE = 60000
BUS_CONF = '''<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path={path}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>'''


class Lines:
    """A program that speaks in lines."""

    def __init__(self, argv, env, stderr=None):
        self.process = subprocess.Popen(argv, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=stderr)
        self.buffer = b''

    def tell(self, line):
        self.process.stdin.write((line + '\n').encode())
        self.process.stdin.flush()

    def line(self, limit_s=LIMIT_S):
        end = time.monotonic() + limit_s
        while b'\n' not in self.buffer:
            left = end - time.monotonic()
            if left <= 0 or not select.select([self.process.stdout], [], [], left)[0]:
                raise AssertionError('no line within %d s' % limit_s)
            got = os.read(self.process.stdout.fileno(), 4096)
            if not got:
                raise AssertionError('it has ended')
            self.buffer += got
        line, self.buffer = self.buffer.split(b'\n', 1)
        return line.decode()

    def until(self, wanted):
        seen = []
        while wanted not in seen:
            seen.append(self.line())
        return seen

    def end(self):
        if self.process.poll() is None:
            self.process.terminate()
        self.process.wait(LIMIT_S)
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            if stream:
                stream.close()


class Desk(unittest.TestCase):
    """Buses and folders of its own for each test; the daemon where a test starts it."""
    notifications = True
    capabilities = 'actions body body-markup'
    login = False
    bin = BIN

    def setUp(self):
        self.home = tempfile.mkdtemp(prefix='unhunch-desk-')
        self.running = []
        self.addCleanup(shutil.rmtree, self.home, True)
        self.addCleanup(self.end_all)
        for folder in ('run', 'config/unhunch/hooks', 'state', 'data'):
            os.makedirs(os.path.join(self.home, folder), 0o700)
        self.env = {'PATH': BIN + ':/usr/bin:/bin', 'HOME': self.home, 'LC_ALL': 'C.UTF-8', 'TZ': 'UTC',
                    'XDG_RUNTIME_DIR': self.home + '/run', 'XDG_CONFIG_HOME': self.home + '/config',
                    'XDG_STATE_HOME': self.home + '/state', 'XDG_DATA_HOME': self.home + '/data',
                    'DBUS_SESSION_BUS_ADDRESS': 'unix:path=' + self.home + '/none',
                    'DBUS_SYSTEM_BUS_ADDRESS': 'unix:path=' + self.home + '/none'}
        for name in ('ASAN_OPTIONS', 'UBSAN_OPTIONS', 'LSAN_OPTIONS'):
            if name in os.environ:
                self.env[name] = os.environ[name]
        self.daemon = None
        self.bus = None

    def end_all(self):
        for program in reversed(self.running):
            program.end()

    def start(self, argv, **more):
        program = Lines(argv, self.env, **more)
        self.running.append(program)
        return program

    # -- buses and who is on them --

    def open_bus(self, name, variable):
        path = os.path.join(self.home, name)
        conf = path + '.conf'
        with open(conf, 'w') as file:
            file.write(BUS_CONF.format(path=path))
        program = self.start(['dbus-daemon', '--config-file=' + conf, '--nofork', '--print-address'],
                             stderr=subprocess.DEVNULL)
        self.env[variable] = program.line()
        return dbus.bus.BusConnection(self.env[variable]), program

    def open_session(self):
        self.bus, self.bus_program = self.open_bus('session', 'DBUS_SESSION_BUS_ADDRESS')
        if self.notifications:
            self.mock('notification_daemon', self.bus, 'org.freedesktop.Notifications', '--parameters',
                      '{"capabilities": "%s"}' % self.capabilities)
            self.notices = dbus.Interface(
                self.bus.get_object('org.freedesktop.Notifications', '/org/freedesktop/Notifications'),
                'org.freedesktop.DBus.Mock')

    def open_login(self):
        self.system, self.system_program = self.open_bus('system', 'DBUS_SYSTEM_BUS_ADDRESS')
        self.mock('logind', self.system, 'org.freedesktop.login1', '--system')
        self.manager = dbus.Interface(
            self.system.get_object('org.freedesktop.login1', '/org/freedesktop/login1'), 'org.freedesktop.DBus.Mock')
        self.manager.AddSession('c1', 'seat0', dbus.UInt32(os.getuid()), 'joe', True)
        self.env['XDG_SESSION_ID'] = 'c1'
        self.session = dbus.Interface(
            self.system.get_object('org.freedesktop.login1', '/org/freedesktop/login1/session/c1'),
            'org.freedesktop.DBus.Mock')

    def mock(self, template, bus, name, *more):
        program = self.start(['/usr/bin/python3', '-m', 'dbusmock', *more, '--template', template],
                             stderr=subprocess.DEVNULL)
        self.wait_for(lambda: bus.name_has_owner(name), name)
        return program

    def wait_for(self, condition, what, limit_s=LIMIT_S):
        """Waits for what has no signal of its own."""
        end = time.monotonic() + limit_s
        while True:
            found = condition()
            if found:
                return found
            if time.monotonic() > end:
                self.fail('not within %d s: %s' % (limit_s, what))
            select.select([], [], [], 0.005)

    def open_x(self):
        read, write = os.pipe()
        os.set_inheritable(write, True)
        program = subprocess.Popen(['Xvfb', '-displayfd', str(write), '-screen', '0', '320x200x24', '-nolisten', 'tcp',
                                    '-noreset'],
                                   stderr=subprocess.DEVNULL, close_fds=False)
        os.close(write)
        self.addCleanup(program.wait)
        self.addCleanup(program.terminate)
        display = b''
        while not display.endswith(b'\n'):  # written in two pieces; who closes in between ends the server
            piece = os.read(read, 16)
            self.assertTrue(piece, 'Xvfb has ended')
            display += piece
        os.close(read)
        self.env['DISPLAY'] = ':' + display.decode().strip()
        return program

    # -- the daemon --

    def settings(self, **values):
        with open(self.home + '/config/unhunch/config.yaml', 'w') as file:
            for name, value in values.items():
                file.write('%s: %s\n' % (name.replace('_', '-'), value))

    def start_daemon(self, wait=True):
        self.log = open(self.home + '/log', 'ab')
        self.addCleanup(self.log.close)
        self.daemon = self.start([self.bin + '/unhunchd'], stderr=self.log)
        if wait:
            self.wait_for(lambda: self.bus.name_has_owner(NAME), NAME)
            self.settled()
        return self.daemon

    def settled(self):
        """Its settings are there: the child that says them has ended."""
        self.wait_for(lambda: not self.children(), 'settings')

    def children(self):
        pid = self.daemon.process.pid
        try:
            with open('/proc/%d/task/%d/children' % (pid, pid)) as file:
                return file.read().split()
        except FileNotFoundError:
            return []

    def time(self, word, ms):
        self.daemon.tell('%s %d' % (word, ms))
        return self.daemon.line()

    def go(self, minutes):
        self.time('go', int(minutes * MINUTE))

    def sit_until_shown(self, minutes):
        """Time passes, and then the two minutes in which a pause in typing is waited for."""
        before = self.number_shown() if self.notifications else 0
        self.go(minutes)
        self.wait_for(lambda: self.get('Phase') == 'due' and not self.children(), 'due')
        self.call_nothing()
        self.go(2)
        self.as_time_passes(lambda: self.get('Phase') == 'shown', 'shown')
        if self.notifications:
            self.wait_for(lambda: self.number_shown() > before, 'a notification')

    def as_time_passes(self, condition, what):
        """Small steps of time. Whoever is asked during a look answers while the clock stands: between two steps there
        is time for that, and more of it after each, for a machine that is busy with other things."""
        for step in range(10):
            try:
                return self.wait_for(condition, what, 0.1 * 2 ** step)
            except AssertionError:
                self.go(0.5)
        return self.wait_for(condition, what)

    def call_nothing(self):
        """Round trips: what was sent to the daemon before has arrived; a look has its answers, for who answers last,
        the notifications, is asked after the daemon has asked."""
        for _ in range(20):
            self.get('Phase')
            if self.notifications:
                self.notices.GetCalls()

    def get(self, name):
        return self.bus.get_object(NAME, PATH).Get(NAME, name, dbus_interface='org.freedesktop.DBus.Properties')

    def call(self, member, *arguments):
        return str(getattr(dbus.Interface(self.bus.get_object(NAME, PATH), NAME), member)(*arguments))

    def unhunch(self, *words, code=0):
        done = subprocess.run([self.bin + '/unhunch', *words], env=self.env, stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, timeout=LIMIT_S)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done.stdout + done.stderr

    def said(self):
        with open(self.home + '/log') as file:
            return file.read()

    # -- notifications, by the mock --

    def shown(self):
        return [call[2] for call in self.notices.GetCalls() if call[1] == 'Notify']

    def number_shown(self):
        return len(self.shown())

    def closed(self):
        return [int(call[2][0]) for call in self.notices.GetCalls() if call[1] == 'CloseNotification']

    def answer(self, key):
        last = dbus.UInt32(self.number_shown_ids()[-1])
        self.notices.EmitSignal('org.freedesktop.Notifications', 'ActionInvoked', 'us', [last, key])
        self.call_nothing()

    def close(self, reason):
        last = dbus.UInt32(self.number_shown_ids()[-1])
        self.notices.EmitSignal('org.freedesktop.Notifications', 'NotificationClosed', 'uu', [last, dbus.UInt32(reason)])
        self.call_nothing()

    def number_shown_ids(self):
        """The mock numbers notifications from 1, and a replaced one keeps its number."""
        ids, last = [], 0
        for notice in self.shown():
            replaced = int(notice[1])
            last = last if replaced else last + 1
            ids.append(replaced or last)
        return ids


def main():
    unittest.main(module='__main__', verbosity=2)
