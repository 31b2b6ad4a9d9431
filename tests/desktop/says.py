# SPDX-License-Identifier: MIT
"""says.py NAME PATH INTERFACE MEMBER IN OUT: a program on the session bus that answers yes."""
import sys

import dbus
import dbus.mainloop.glib
import dbus.service
from gi.repository import GLib

name, path, interface, member, given, answer = sys.argv[1:]


def yes(self, *arguments):
    return dbus.Boolean(True)


yes.__name__ = member
arguments = {'': 'def {0}(self): return yes(self)', 'u': 'def {0}(self, a): return yes(self)',
             'ss': 'def {0}(self, a, b): return yes(self)'}[given].format(member)
space = {'yes': yes}
exec(arguments, space)
method = dbus.service.method(interface, in_signature=given, out_signature=answer)(space[member])
kind = type('Says', (dbus.service.Object,), {member: method})
dbus.mainloop.glib.DBusGMainLoop(set_as_default=True)
bus = dbus.SessionBus()
owner = dbus.service.BusName(name, bus)
there = kind(bus, path)
print('ready', flush=True)
loop = GLib.MainLoop()
GLib.io_add_watch(sys.stdin, GLib.IO_HUP, lambda *_: loop.quit())
loop.run()
