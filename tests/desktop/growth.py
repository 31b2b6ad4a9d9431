# SPDX-License-Identifier: MIT
"""growth.py FAKE: what the daemon holds after ten breaks, and after ten thousand, or as many as BREAKS says, in KiB.

The test takes 300, which shows from about 230 bytes on what is lost a break; by hand it takes all of them.
"""
import os
import sys

import desk

BREAKS = int(os.environ.get('BREAKS', '10000'))


class Growth(desk.Desk):
    def resident(self):
        with open('/proc/%d/smaps_rollup' % self.daemon.process.pid) as file:
            return int(next(line for line in file if line.startswith('Rss:')).split()[1])

    def take_breaks(self, count):
        for _ in range(count):
            self.go(45)
            self.wait_for(lambda: not self.children(), 'the looks')
            self.go(2)
            self.wait_for(lambda: not self.children(), 'the offer')
            self.call('Now', 'stand')

    def test_it_does_not_grow(self):
        self.notifications = False
        self.open_session()
        self.start_daemon()
        self.take_breaks(10)
        before = self.resident()
        self.take_breaks(BREAKS - 10)
        after = self.resident()
        print('rss_after_10 %d KiB\nrss_after_%d %d KiB' % (before, BREAKS, after), file=sys.stderr)
        self.assertLessEqual(after - before, 64)


desk.main()
