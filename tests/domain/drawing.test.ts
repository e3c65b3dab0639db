import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/lib/domain/answer.ts';
import { drawingOf } from '../../src/lib/domain/drawing.ts';
import { makePlan } from '../../src/lib/domain/plan.ts';
import { emptySurvey, type Survey } from '../../src/lib/domain/survey.ts';
import { TABLES } from '../knowledge/bundle.ts';

const SITE: Answers = {
	sepmReachable: 'yes',
	sepmHost: 'PAR-SEPM1',
	sepmPort: 8014,
	linkDownMbps: 2,
	internetAllowed: 'no'
};
const WINDOWS: Answers = {
	groupName: 'Office PCs',
	platform: 'windows',
	clients: 40,
	airGapped: 'no'
};
const LAB: Answers = { groupName: 'Lab', platform: 'windows', clients: 4, airGapped: 'yes' };

function draw(groups: readonly Answers[], when: 'before' | 'after', more: Partial<Survey> = {}) {
	const survey: Survey = {
		...emptySurvey('s', 'Lyon'),
		answers: SITE,
		groups: groups.map((answers, index) => ({ id: `g${index}`, answers })),
		candidates: [{ id: 'c1', answers: { host: 'LYO-FS1', isSepm: 'no', alwaysOn: 'yes' } }],
		...more
	};
	return drawingOf(survey, makePlan(survey, TABLES), when);
}

const ways = ({ edges }: ReturnType<typeof draw>) => edges.map(({ from, to }) => `${from} > ${to}`);

describe('the drawing of a site', () => {
	test('before: every group with a network asks the management server over the link', () => {
		const drawing = draw([WINDOWS, LAB, { ...WINDOWS, groupName: 'Hall' }], 'before');
		expect(ways(drawing)).toEqual(['symantec > sepm', 'sepm > group-g0', 'sepm > group-g2']);
		expect(drawing.nodes.map(({ id }) => id)).toContain('group-g1');
		expect(drawing.link).toBe('Link: 2 Mbit/s');
	});

	test('after: the link is crossed once for a group with a GUP, and never for a lab without a network', () => {
		const drawing = draw([WINDOWS, LAB], 'after');
		expect(ways(drawing)).toEqual([
			'symantec > sepm',
			'sepm > gup-c1',
			'gup-c1 > group-g0',
			'symantec > carrier',
			'carrier > group-g1'
		]);
		expect(drawing.edges.filter(({ crossesLink }) => crossesLink)).toHaveLength(1);
		expect(drawing.nodes.find(({ id }) => id === 'gup-c1')?.lines).toEqual(['LYO-FS1']);
		expect(drawing.edges.find(({ to }) => to === 'gup-c1')?.label).toBe('TCP 8014, once');
	});

	test('a group that nothing is recommended for is drawn as undecided', () => {
		const answers = { ...SITE, linkDownMbps: { unknown: 'cabinet locked' } };
		const [edge] = draw([WINDOWS], 'after', { answers }).edges.filter(
			({ to }) => to === 'group-g0'
		);
		expect(edge?.isUndecided).toBe(true);
	});

	test('every line begins and ends at something that is drawn, and all of it is also said in words', () => {
		for (const when of ['before', 'after'] as const) {
			const { nodes, edges, description } = draw([WINDOWS, LAB], when);
			const ids = nodes.map(({ id }) => id);
			for (const { from, to, label } of edges) {
				expect(ids).toEqual(expect.arrayContaining([from, to]));
				expect(description).toContain(label);
			}
		}
	});

	const halls = (count: number) =>
		Array.from({ length: count }, (_, index) => ({ ...WINDOWS, groupName: `Hall ${index}` }));

	test('eight groups are eight boxes', () => {
		const groups = draw(halls(8), 'after').nodes.filter(({ kind }) => kind === 'group');
		expect(groups.map(({ title }) => title)).toEqual(halls(8).map(({ groupName }) => groupName));
	});

	test('forty groups that are served alike are one box with forty lines, and nobody is left out', () => {
		for (const when of ['before', 'after'] as const) {
			const { nodes, edges } = draw([...halls(40), LAB], when);
			const [crowd] = nodes.filter(({ title }) => title.startsWith('40 groups'));
			if (when === 'after') {
				expect(crowd?.title).toBe('40 groups, 1,600 clients, Windows');
				expect(crowd?.lines[39]).toBe('Hall 39: 40');
			}
			const lines = nodes.flatMap((node) => [node.title, ...node.lines]).join('\n');
			for (const { groupName } of [...halls(40), LAB]) expect(lines).toContain(groupName);
			expect(edges.length).toBeLessThan(8);
			const ids = nodes.map(({ id }) => id);
			for (const { from, to } of edges) expect(ids).toEqual(expect.arrayContaining([from, to]));
		}
	});

	test('a lab that is served by hand is not put into the box of those with a GUP', () => {
		const { nodes, edges } = draw([...halls(12), LAB], 'after');
		const lab = nodes.find(({ title }) => title === 'Lab');
		expect(edges.filter(({ to }) => to === lab?.id).map(({ from }) => from)).toEqual(['carrier']);
	});

	test('many providers are one box that names each', () => {
		const candidates = Array.from({ length: 9 }, (_, index) => ({
			id: `c${index}`,
			answers: { host: `FS${index}`, isSepm: 'no', alwaysOn: 'yes' }
		}));
		const { nodes, edges } = draw([WINDOWS], 'after', { candidates });
		const gups = nodes.filter(({ kind }) => kind === 'gup');
		expect(gups.map(({ title }) => title)).toEqual(['9 Group Update Providers']);
		expect(gups[0]?.lines).toEqual(candidates.map(({ answers }) => answers.host));
		expect(edges).toHaveLength(3);
	});
});
