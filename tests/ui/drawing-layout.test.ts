import { describe, expect, test } from 'vitest';
import { drawingOf } from '../../src/lib/domain/drawing.ts';
import { makePlan } from '../../src/lib/domain/plan.ts';
import { placed } from '../../src/lib/ui/drawing-layout.ts';
import { surveyOf, TABLES } from '../knowledge/bundle.ts';

const KINDS = [
	{ platform: 'windows' },
	{ platform: 'windows' },
	{ platform: 'mac' },
	{ platform: 'windows', airGapped: 'yes' },
	{ platform: 'linux' }
];

function drawn(
	count: number,
	when: 'before' | 'after',
	name = 'with a name that is rather long for its box'
) {
	const groups = Object.fromEntries(
		Array.from({ length: count }, (_, index) => [
			`Group ${index} ${name}`,
			{ ...KINDS[index % KINDS.length], clients: 10 + index, managed: 'yes', roaming: 'no' }
		])
	);
	const survey = surveyOf({
		answers: {
			...{ sepmReachable: 'yes', internetAllowed: 'no', contentMustBeTested: 'no' },
			...{ linkDownMbps: 2, linkSharePercent: 25, windowHours: 8 }
		},
		groups,
		candidates: [{ host: 'LYO-FS1', isSepm: 'no', alwaysOn: 'yes' }]
	});
	return placed(drawingOf(survey, makePlan(survey, TABLES), when));
}

describe.each([1, 2, 7, 20, 40])('a site of %d groups', (count) => {
	test.each(['before', 'after'] as const)(
		'%s: no box covers another, and all is inside',
		(when) => {
			const { nodes, width, height } = drawn(count, when);
			for (const [index, a] of nodes.entries()) {
				expect(a.x - a.width / 2).toBeGreaterThanOrEqual(0);
				expect(a.x + a.width / 2).toBeLessThanOrEqual(width);
				expect(a.y + a.height / 2).toBeLessThanOrEqual(height);
				for (const b of nodes.slice(index + 1)) {
					const isApart =
						Math.abs(a.x - b.x) >= (a.width + b.width) / 2 ||
						Math.abs(a.y - b.y) >= (a.height + b.height) / 2;
					expect(isApart, `${a.title} and ${b.title}`).toBe(true);
				}
			}
		}
	);

	test.each(['before', 'after'] as const)('%s: no text is wider than its box', (when) => {
		for (const { width, titleRows, rows } of drawn(count, when).nodes) {
			for (const row of titleRows) expect(row.length * 8.2).toBeLessThanOrEqual(width - 20);
			for (const row of rows) expect(row.length * 7.3).toBeLessThanOrEqual(width - 20);
		}
	});

	test.each(['before', 'after'] as const)('%s: the site stands right of its border', (when) => {
		const { nodes, border } = drawn(count, when);
		for (const { side, x, width } of nodes) {
			if (side === 'site') expect(x - width / 2).toBeGreaterThanOrEqual(border);
			else expect(x + width / 2).toBeLessThanOrEqual(border);
		}
	});

	test('fits a sheet of paper at a size that one can read', () => {
		const { width, height } = drawn(count, 'after', 'on floor 2');
		// 178 mm of an A4 page are 504 points; letters are 12.5 units and more.
		expect((12.5 * 504) / width).toBeGreaterThan(5.5);
		expect((height * 178) / width).toBeLessThan(215);
	});
});
