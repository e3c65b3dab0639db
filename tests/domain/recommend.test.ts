import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/lib/domain/answer.ts';
import { factsOf } from '../../src/lib/domain/fact-table.ts';
import { limitsWith, rule, type Limit, type Rule } from '../../src/lib/domain/rule.ts';
import { recommend, sentence, type Recommendation } from '../../src/lib/domain/recommend.ts';
import type { MethodId } from '../../src/lib/domain/method.ts';
import { SIZES } from '../../src/lib/knowledge/sizes.ts';
import { surveyOf } from '../knowledge/bundle.ts';
import { pcs } from '../knowledge/fixtures.ts';

const LIMITS: readonly Limit[] = [
	{ id: 'few', value: 10, unit: 'clients', meaning: 'x', from: 'vendor', sources: ['SEED'] }
];

function facts(answers: Answers = {}, group: Answers = {}) {
	const survey = surveyOf(pcs(answers, group));
	return factsOf(survey, survey.groups[0]!, SIZES);
}

function decide(rules: readonly Rule[], answers: Answers = {}, group: Answers = {}) {
	return recommend(facts(answers, group), { rules, limits: LIMITS });
}

const fit = ({ verdicts }: Recommendation, method: MethodId) =>
	verdicts.find((verdict) => verdict.method === method)!.fit;

const row = { reason: 'Because.', sources: ['SEED'], confidence: 'vendor' } as const;

/** The vendor's default: always good for one. */
const DEFAULT = rule({
	...row,
	id: 'sepm-default',
	method: 'sepm',
	effect: 'favours',
	weight: 1,
	needs: ['platform'],
	when: () => true
});

/** Good for five where LiveUpdate is allowed; nothing is recommended before that is known. */
const ONLINE = rule({
	...row,
	id: 'liveupdate-online',
	method: 'liveupdate',
	effect: 'favours',
	weight: 5,
	needs: ['internetAllowed'],
	when: ({ internetAllowed }) => internetAllowed,
	decisive: ['internetAllowed']
});

const OFFLINE = rule({
	...row,
	id: 'liveupdate-forbidden',
	method: 'liveupdate',
	effect: 'rules-out',
	needs: ['internetAllowed'],
	when: ({ internetAllowed }) => !internetAllowed
});

describe('favours minus cautions', () => {
	test('the highest sum is recommended', () => {
		expect(decide([DEFAULT, ONLINE], { internetAllowed: 'yes' })).toMatchObject({
			recommended: 'liveupdate',
			leading: 'liveupdate'
		});
	});

	test('a caution takes away from what speaks for a method', () => {
		const caution = rule({
			...row,
			id: 'liveupdate-caution',
			method: 'liveupdate',
			effect: 'cautions',
			weight: 4.5,
			needs: ['platform'],
			when: () => true
		});
		const found = decide([DEFAULT, ONLINE, caution], { internetAllowed: 'yes' });
		expect(found.recommended).toBe('sepm');
		expect(fit(found, 'liveupdate')).toBe('cautioned');
	});

	test('what is ruled out is never recommended, whatever speaks for it', () => {
		const wall = rule({ ...OFFLINE, id: 'liveupdate-wall', when: () => true } as typeof OFFLINE);
		const found = decide([DEFAULT, ONLINE, wall], { internetAllowed: 'yes' });
		expect(found.recommended).toBe('sepm');
		expect(fit(found, 'liveupdate')).toBe('ruled-out');
	});

	test('a tie goes to the order of the source document', () => {
		const tied = rule({ ...ONLINE, weight: 1 } as typeof ONLINE);
		expect(decide([tied, DEFAULT], { internetAllowed: 'yes' }).recommended).toBe('sepm');
	});

	test('nothing is recommended that no reason favours', () => {
		expect(decide([])).toMatchObject({ recommended: null, leading: null });
	});

	test('reasons come walls first, then favours, then cautions, the strongest first', () => {
		const caution = rule({ ...DEFAULT, id: 'sepm-a', effect: 'cautions' } as typeof DEFAULT);
		const weak = rule({ ...DEFAULT, id: 'sepm-b', weight: 0.5 } as typeof DEFAULT);
		const wall = rule({ ...DEFAULT, id: 'sepm-c', effect: 'rules-out' } as typeof DEFAULT);
		const { because } = decide([caution, weak, DEFAULT, wall]).verdicts[0]!;
		expect(because.map(({ rule: id }) => id)).toEqual([
			'sepm-c',
			'sepm-default',
			'sepm-b',
			'sepm-a'
		]);
	});
});

describe('the unknown is kept, not guessed', () => {
	test('a decisive rule that could put another method first withholds the recommendation', () => {
		const found = decide([DEFAULT, ONLINE]);
		expect(found).toMatchObject({ recommended: null, leading: 'sepm' });
		expect(fit(found, 'liveupdate')).toBe('open');
		expect(found.verdicts[3]!.open).toMatchObject([
			{ rule: 'liveupdate-online', needs: ['internetAllowed'], decisive: true }
		]);
	});

	test('one that could not, does not', () => {
		const weak = rule({ ...ONLINE, weight: 0.5 } as typeof ONLINE);
		expect(decide([DEFAULT, weak]).recommended).toBe('sepm');
	});

	test('a rule that is not decisive withholds nothing, and is still said to be open', () => {
		const indecisive = rule({ ...ONLINE, decisive: [] });
		const found = decide([DEFAULT, indecisive]);
		expect(found.recommended).toBe('sepm');
		expect(fit(found, 'liveupdate')).toBe('possible');
		expect(found.verdicts[3]!.open).toMatchObject([{ rule: 'liveupdate-online', decisive: false }]);
	});

	test('a method that is out cannot hold up another', () => {
		const found = decide([DEFAULT, ONLINE, OFFLINE], { internetAllowed: 'no' });
		expect(found.recommended).toBe('sepm');
		expect(fit(found, 'liveupdate')).toBe('ruled-out');
	});

	test('a wall that may stand before the leader withholds it, where it is decisive', () => {
		const wall = rule({
			...row,
			id: 'sepm-wall',
			method: 'sepm',
			effect: 'rules-out',
			needs: ['sepmReachable'],
			when: ({ sepmReachable }) => sepmReachable === 'no',
			decisive: ['sepmReachable']
		});
		expect(decide([DEFAULT, wall])).toMatchObject({ recommended: null, leading: 'sepm' });
		expect(decide([DEFAULT, wall], { sepmReachable: 'yes' }).recommended).toBe('sepm');
	});

	test('a decisive rule that waits for something else as well withholds nothing', () => {
		const roaming = rule({
			...ONLINE,
			needs: ['roaming', 'internetAllowed'],
			when: ({ roaming, internetAllowed }: { roaming: boolean; internetAllowed: boolean }) =>
				roaming && internetAllowed
		} as never);
		expect(decide([DEFAULT, roaming]).recommended).toBe('sepm');
		expect(decide([DEFAULT, roaming], {}, { roaming: 'yes' }).recommended).toBeNull();
		expect(decide([DEFAULT, roaming], {}, { roaming: 'no' }).recommended).toBe('sepm');
	});

	test('what is known may settle a rule before everything is known', () => {
		const either = rule({
			...row,
			id: 'lua-either',
			method: 'lua',
			effect: 'favours',
			weight: 3,
			needs: ['siteClients', 'sepmTotalClients'],
			when: ({ siteClients, sepmTotalClients }, { few = 0 }) =>
				siteClients > few || sepmTotalClients > few,
			limits: ['few']
		});
		expect(decide([DEFAULT, either], {}, { clients: 11 }).recommended).toBe('lua');
		const small = decide([DEFAULT, either], {}, { clients: 10 });
		expect(small.verdicts[2]!.open).toMatchObject([{ needs: ['sepmTotalClients'] }]);
	});

	test('a number between two limits is not taken for one beyond them', () => {
		const between = rule({
			...row,
			id: 'sepm-between',
			method: 'sepm',
			effect: 'favours',
			needs: ['sepmRevisions'],
			when: ({ sepmRevisions }, { few = 0 }) => sepmRevisions >= few && sepmRevisions < few + 1,
			limits: ['few']
		});
		expect(decide([between]).verdicts[0]!.open).toHaveLength(1);
	});

	test('a rule on a question that does not apply is silent', () => {
		const media = rule({
			...row,
			id: 'sepm-media',
			method: 'sepm',
			effect: 'rules-out',
			needs: ['removableMediaAllowed'],
			when: () => true
		});
		const found = decide([DEFAULT, media], { removableMediaAllowed: { notApplicable: 'no gap' } });
		expect(found.recommended).toBe('sepm');
		expect(found.verdicts[0]!.open).toEqual([]);
	});
});

describe('what is said', () => {
	test('facts and limits are filled into the sentence, and numbers are readable', () => {
		const known = facts({ linkDownMbps: 2 }, { clients: 1700 });
		const said = sentence('{clients} of {few}, {firstFillHours} h', known, { few: 10 });
		expect(said).toBe('1,700 of 10, 907 h');
	});

	test('what is not known is a question mark in an open rule', () => {
		expect(sentence('{internetMbps} Mbit/s', facts(), {})).toBe('? Mbit/s');
	});

	test('a changed limit is used and said to be changed', () => {
		const small = rule({
			...row,
			id: 'sepm-small',
			method: 'sepm',
			effect: 'favours',
			needs: ['clients'],
			when: ({ clients }, { few = 0 }) => clients < few,
			limits: ['few']
		});
		const book = { rules: [small], limits: LIMITS };
		expect(recommend(facts(), book).recommended).toBeNull();
		const [sepm] = recommend(facts(), book, { few: 50 }).verdicts;
		expect(sepm!.because[0]!.thresholds).toEqual([
			{ limit: 'few', value: 50, unit: 'clients', from: 'vendor', changed: true }
		]);
	});

	test('a limit that the knowledge does not have is not taken in', () => {
		expect(limitsWith(LIMITS, { few: 3, nonsense: 1 })).toEqual({ few: 3 });
	});
});
