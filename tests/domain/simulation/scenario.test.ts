import { describe, expect, test } from 'vitest';
import { withoutGups } from '../../../src/lib/domain/simulation/failing.ts';
import { stage } from '../../../src/lib/domain/simulation/scenario.ts';
import { simulate } from '../../../src/lib/domain/simulation/simulate.ts';
import { surveyOf, TABLES } from '../../knowledge/bundle.ts';
import { BRANCH, run } from './branch.ts';

const at = (method: 'lua' | 'liveupdate' | 'sepm', answers: Record<string, number>) => {
	const survey = surveyOf({
		answers: { linkDownMbps: 50, ...answers },
		groups: { PCs: { platform: 'windows', clients: 20 } }
	});
	return stage(survey, survey.groups, method, TABLES.sizes);
};

describe('content from Symantec passes the internet line that was answered', () => {
	test('what an internal LiveUpdate server takes, before its clients are offered anything', () => {
		const [slow, fast] = [0.05, 50].map((internetMbps) => {
			const { scenario } = at('lua', { internetMbps, windowHours: 24 });
			return simulate(scenario)?.fill[0]?.[0] ?? Infinity;
		});
		// 120 MB at 0.05 Mbit/s are 5 h 20 min.
		expect(slow).toBeGreaterThan(5.33);
		expect(fast).toBeLessThan(1);
	});

	test('the downloads of external LiveUpdate', () => {
		const [slow, fast] = [1, 100].map((internetMbps) => {
			const { scenario } = at('liveupdate', { internetMbps, linkSharePercent: 100 });
			return simulate(scenario)?.filledAfterHours ?? Infinity;
		});
		// 20 full sets of 120 MB at 1 Mbit/s are 5 h 20 min.
		expect(slow).toBeGreaterThan(5.33);
		expect(fast).toBeLessThan(4.5);
	});

	test('and the assumptions say so, or that nobody knows the line', () => {
		const said = (...staged: Parameters<typeof at>) => at(...staged).assumptions.join(' ');
		expect(said('lua', { internetMbps: 40 })).toContain('passes an internet line of 40 Mbit/s');
		expect(said('lua', {})).toContain('is not known: only its runs every 4 hours');
		expect(said('lua', { internetMbps: 0 })).toContain('is not known');
		expect(said('liveupdate', { internetMbps: 40 })).toContain('the internet line of 40 Mbit/s');
		expect(said('sepm', { internetMbps: 40 })).not.toContain('internet line');
	});
});

describe('a site whose GUPs fail', () => {
	const gup = { ...BRANCH, method: 'gup', linkMbps: 50 } as const;

	test('is played until clients have gone round and are filled, however long they are patient', () => {
		for (const [bypassMinutes, window] of [
			[15, { from: 0, hours: 24 }],
			[3 * 24 * 60, { from: 0, hours: 24 }],
			[3 * 24 * 60, { from: 20, hours: 8 }]
		] as const) {
			const result = run(withoutGups({ ...gup, bypassMinutes, window }));
			expect(result.bypassed).toBe(50);
			expect(result.filledAfterHours).not.toBeNull();
			expect(result.link).toBeCloseTo(50 * 120, 6);
		}
	});

	test('is never played for longer than four weeks', () => {
		const given = { ...gup, bypassMinutes: 3 * 24 * 60, window: { from: 20, hours: 1 } };
		expect(withoutGups(given).days).toBe(28);
		expect(withoutGups({ ...given, bypassMinutes: Infinity }).days).toBe(28);
	});

	test('costs no more events with patience than without', () => {
		let looks = 0;
		const isCancelled = () => {
			looks += 1;
			return false;
		};
		const crowd = { ...gup, clients: 400, reporting: 400, linkMbps: 1000 };
		simulate(withoutGups({ ...crowd, bypassMinutes: 3 * 24 * 60 }), { isCancelled });
		// One look in 20,000 events; a try at each heartbeat of three days would be 345,600.
		expect(looks).toBeLessThanOrEqual(2);
	});
});
