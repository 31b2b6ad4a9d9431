# SPDX-License-Identifier: MIT
"""GNOME's idle monitor, which is idle on command: "idle MS", "active" on stdin; each watch is told on stdout."""
import sys

import dbus
import dbus.mainloop.glib
import dbus.service
from gi.repository import GLib

NAME = 'org.gnome.Mutter.IdleMonitor'


def say(word):
    print(word, flush=True)


class Monitor(dbus.service.Object):
    watches = {}
    last = 0

    def add(self, what):
        self.last += 1
        self.watches[self.last] = what
        say('watch %s' % what)
        return dbus.UInt32(self.last)

    @dbus.service.method(NAME, in_signature='t', out_signature='u')
    def AddIdleWatch(self, ms):
        return self.add(str(int(ms)))

    @dbus.service.method(NAME, in_signature='', out_signature='u')
    def AddUserActiveWatch(self):
        return self.add('active')

    @dbus.service.method(NAME, in_signature='u', out_signature='')
    def RemoveWatch(self, number):
        self.watches.pop(int(number), None)

    @dbus.service.signal(NAME, signature='u')
    def WatchFired(self, number):
        pass


dbus.mainloop.glib.DBusGMainLoop(set_as_default=True)
bus = dbus.SessionBus()
name = dbus.service.BusName(NAME, bus)
monitor = Monitor(bus, '/org/gnome/Mutter/IdleMonitor/Core')
loop = GLib.MainLoop()


def obey(source, condition):
    line = sys.stdin.readline().split()
    if not line:
        loop.quit()
        return False
    for number, what in list(monitor.watches.items()):
        if what == line[-1]:
            if what == 'active':
                monitor.watches.pop(number)
            monitor.WatchFired(dbus.UInt32(number))
    return True


GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, obey)
say('ready')
loop.run()
