import { expect, test } from 'vitest';
import type { Play } from '../../src/lib/domain/simulation/model';
import { withoutGups } from '../../src/lib/domain/simulation/failing';
import type { TransferRow } from '../../src/lib/domain/transfer-rows';
import { failingWords } from '../../src/lib/ui/failing-words';
import { BRANCH, run } from '../domain/simulation/branch';

const ROW: TransferRow = {
	...{ method: 'gup', clients: 50, wanMegabytesPerDay: 4.5 },
	...{ firstFillHours: 0.1, dailyHours: 0.01, assumptions: [] }
};

function played(bypassMinutes: number): Play {
	const fill = { ...BRANCH, method: 'gup' as const, linkMbps: 50, bypassMinutes };
	const day = { ...fill, isFirstFill: false, releasesPerDay: 3, days: 2 };
	const failing = { fill: withoutGups(fill), day: withoutGups(day) };
	return {
		...{ method: 'gup', scenario: fill, isPoint: true, result: run(fill), day: run(day) },
		failing: {
			fill: { scenario: failing.fill, result: run(failing.fill) },
			day: { scenario: failing.day, result: run(failing.day) }
		}
	};
}

test('what a GUP that fails costs is told with the bypass time, the hours and the megabytes', () => {
	const [patience, fill, days] = failingWords({ plays: [played(15)], transfer: [ROW] });
	expect(patience).toMatch(/^Clients try a GUP in vain for 15 min; then they take content/);
	expect(fill).toMatch(/^First fill: the first client goes round it after 15 min\./);
	expect(fill).toMatch(/the link carries 6,000 MB in 8 days, instead of 120 MB in 3\.$/);
	// Eight releases in three days, at 1.5 MB for each of 50 clients.
	expect(days).toMatch(
		/in 3 days a GUP is gone round 400 times, and the link carries 600 MB instead of 13\.5 MB\.$/
	);
});

test('patience is told in days', () => {
	const [patience, fill] = failingWords({ plays: [played(3 * 24 * 60)], transfer: [ROW] });
	expect(patience).toContain('for 3 days');
	expect(fill).toContain('goes round it after 3 days');
});

test('nothing is told where no failing GUP was played, or none could be used', () => {
	const play = played(15);
	expect(failingWords({ plays: [play], transfer: [] })).toEqual([]);
	const { failing, ...without } = play;
	expect(failing).toBeDefined();
	expect(failingWords({ plays: [without], transfer: [ROW] })).toEqual([]);
});
