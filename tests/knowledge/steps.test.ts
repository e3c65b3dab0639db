import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/lib/domain/answer.ts';
import {
	makeChecklist,
	PHASES,
	type Placeholders,
	type StepTemplate
} from '../../src/lib/domain/checklist.ts';
import type { Condition } from '../../src/lib/domain/condition.ts';
import { METHOD_IDS, type MethodId } from '../../src/lib/domain/method.ts';
import { placeholdersOf } from '../../src/lib/domain/placeholders.ts';
import { questionsOf } from '../../src/lib/domain/question.ts';
import { emptySurvey, type Survey } from '../../src/lib/domain/survey.ts';
import { FAILURES } from '../../src/lib/knowledge/failures.ts';
import { MONITORING } from '../../src/lib/knowledge/monitoring.ts';
import { QUESTIONNAIRE } from '../../src/lib/knowledge/questionnaire.ts';
import { SOURCES } from '../../src/lib/knowledge/sources.ts';
import { STEPS } from '../../src/lib/knowledge/steps.ts';
import { VERIFICATION } from '../../src/lib/knowledge/verification.ts';
import { answerTo } from '../domain/surveys.ts';

const upTo = (letter: string, last: number) =>
	Array.from({ length: last }, (_, index) => `${letter}-${String(index + 1).padStart(2, '0')}`);

/** The rows of the written procedures that the product must have; it may have more. */
const ROWS: Readonly<Record<MethodId, readonly string[]>> = {
	sepm: [...upTo('A', 15), ...upTo('AM', 9)],
	gup: [...upTo('B', 28), 'B-12a', 'B-15a'],
	lua: upTo('C', 19),
	liveupdate: upTo('D', 12),
	'third-party': upTo('E', 16),
	'intelligent-updater': [...upTo('F', 19), ...'abcdef'.split('').map((part) => `F-13${part}`)]
};

const LETTERS: Readonly<Record<MethodId, string>> = {
	sepm: 'A',
	gup: 'B',
	lua: 'C',
	liveupdate: 'D',
	'third-party': 'E',
	'intelligent-updater': 'F'
};

const of = (method: MethodId) => STEPS.filter((step) => step.method === method);
const codesOf = (steps: readonly { readonly code: string }[]) => steps.map(({ code }) => code);
const textsOf = ({ text, evidence, command }: StepTemplate) =>
	[text, evidence, command?.text ?? ''].join('\n');

/** Everything that a step says as ours, which leaves out what it asks to confirm. */
const statedBy = (step: StepTemplate) =>
	[textsOf(step), step.skip?.because, ...(step.blanks ?? []).map(({ label }) => label)].join('\n');

const stepAt = (code: string) => {
	const step = STEPS.find((each) => each.code === code);
	if (!step) throw new Error(`There is no step ${code}.`);
	return step;
};

const surveyWith = (
	group: Answers,
	answers: Answers = {},
	candidates: readonly Answers[] = []
): Survey => ({
	...emptySurvey('s', 'Site'),
	answers,
	groups: [{ id: 'g', answers: group }],
	candidates: candidates.map((each, index) => ({ id: `c${index}`, answers: each }))
});

const checklistFor = (method: MethodId, survey: Survey, placeholders: Placeholders = {}) => {
	const groups = survey.groups.map(({ id }) => id);
	return makeChecklist(method, survey, groups, STEPS, placeholders);
};

const skippedIn = (method: MethodId, survey: Survey) =>
	codesOf(checklistFor(method, survey).skipped);

describe.each(METHOD_IDS)('the checklist of %s', (method) => {
	const steps = of(method);
	const holds = steps.filter(({ hold }) => hold);

	test('has every row of the written procedures', () => {
		const codes = codesOf(steps);
		expect(ROWS[method].filter((code) => !codes.includes(code))).toEqual([]);
	});

	test('goes through all phases in their order', () => {
		const order = steps.map(({ phase }) => PHASES.indexOf(phase));
		expect(order).toEqual([...order].sort((a, b) => a - b));
		expect(new Set(steps.map(({ phase }) => phase))).toEqual(new Set(PHASES));
	});

	test('stops three times: at the end of what is prepared, of the pilot, and of the visit', () => {
		expect(codesOf(holds)).toEqual([1, 2, 3].map((hold) => `${LETTERS[method]}-H${hold}`));
		for (const hold of holds)
			expect(steps[steps.indexOf(hold) + 1]?.phase, hold.code).not.toBe(hold.phase);
		expect(['prepare', 'configure']).toContain(holds[0]?.phase);
		expect(holds.slice(1).map(({ phase }) => phase)).toEqual(['pilot', 'hand-over']);
	});

	test('is held by people: each hold says stop, what must be true, and who signs, and is never left out', () => {
		for (const { code, text, who, blanks = [], skip } of holds) {
			expect(text).toMatch(/^STOP\. Sign(, and leave,)? only when all of this is true: 1\. /);
			const points = [...text.matchAll(/(?<= )(\d)\. (?=\S)/g)].map(([, point]) => Number(point));
			expect(points, code).toEqual(points.map((_, index) => index + 1));
			expect(points.length, code).toBeLessThanOrEqual(7);
			const signers = text.match(/ Signed by (.+)\.$/)?.[1]?.split(/, | and /) ?? [];
			expect(signers, code).toHaveLength(who.length);
			expect(blanks.filter(({ label }) => label.startsWith('Signed, '))).toHaveLength(who.length);
			expect(skip, code).toBeUndefined();
		}
	});

	test('prints the previous policy and who can re-assign it, before the change and in the way back', () => {
		const names = { policyNow: 'LU-Branches-2024', sepmAdmin: 'Ines Roche' };
		const { steps: printed } = checklistFor(method, surveyWith({ managed: 'yes' }), names);
		for (const isMeant of [
			({ phase }: { phase: string }) => phase === 'roll-back',
			...(method === 'intelligent-updater'
				? []
				: [({ code }: { code: string }) => /H1$/.test(code)])
		]) {
			const texts = printed.filter(isMeant).map(({ text }) => text);
			expect(texts.some((text) => text.includes('LU-Branches-2024'))).toBe(true);
			expect(texts.some((text) => text.includes('Ines Roche'))).toBe(true);
		}
	});

	test('leaves nothing out while nothing is known', () => {
		expect(skippedIn(method, emptySurvey('s', 'New'))).toEqual([]);
		expect(skippedIn(method, surveyWith({}))).toEqual([]);
	});

	test('has each step once, done or left out with its reason, whatever is answered', () => {
		const read = new Set(STEPS.flatMap(({ skip }) => (skip ? questionsIn(skip.when) : [])));
		const answering = (isMeant: (id: string) => boolean) =>
			fc.record(
				Object.fromEntries(
					questionsOf(QUESTIONNAIRE)
						.filter(({ id }) => read.has(id) && isMeant(id))
						.map((question) => [question.id, answerTo(question)])
				),
				{ requiredKeys: [] }
			) as fc.Arbitrary<Answers>;
		const site = answering((id) => SITE.has(id));
		const repeated = fc.array(
			answering((id) => !SITE.has(id)),
			{ maxLength: 3 }
		);
		fc.assert(
			fc.property(site, repeated, repeated, (answers, groups, candidates) => {
				const survey = {
					...surveyWith({}, answers, candidates),
					groups: groups.map((each, index) => ({ id: `g${index}`, answers: each }))
				};
				const { steps: kept, skipped } = checklistFor(method, survey);
				expect([...codesOf(kept), ...codesOf(skipped)].sort()).toEqual(codesOf(steps).sort());
				for (const { because } of skipped) expect(because).toMatch(/^[A-Z].+\.$/);
			})
		);
	});
});

const QUESTIONS = new Map(questionsOf(QUESTIONNAIRE).map((question) => [question.id, question]));
const SITE = new Set(
	QUESTIONNAIRE.sections
		.filter(({ collection }) => collection === undefined || collection === 'groups')
		.flatMap(({ questions }) => questions.map(({ id }) => id))
);
const NAMES = [
	...SITE,
	...Object.keys(placeholdersOf(emptySurvey('s', 's'), [], QUESTIONNAIRE)).filter(
		(name) => !QUESTIONS.has(name)
	)
];

test('ids, codes, failures and looks are given once', () => {
	for (const values of [
		STEPS.map(({ id }) => id),
		codesOf(STEPS),
		FAILURES.map(({ id }) => id),
		MONITORING.map(({ id }) => id)
	])
		expect(values.filter((value, index) => values.indexOf(value) !== index)).toEqual([]);
});

describe.each(STEPS.map((step) => [step.code, step] as const))('%s', (code, step) => {
	test('says what to do, what is seen, and who says so', () => {
		expect(step.id.startsWith(`${step.method}-`)).toBe(true);
		expect(step.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
		expect(step.who.length).toBe(new Set(step.who).size);
		expect(step.text).toMatch(/[.!?”]$/);
		expect(step.evidence).toMatch(/[.]$/);
		expect(step.sources.filter((source) => !Object.hasOwn(SOURCES, source))).toEqual([]);
		const labels = (step.blanks ?? []).map(({ label }) => label);
		expect(labels).toEqual([...new Set(labels)]);
	});

	test('asks to confirm what nobody has read', () => {
		if (step.confidence === 'unconfirmed') expect(step.confirm).toBeDefined();
		if (step.confirm !== undefined) expect(step.confirm.length).toBeGreaterThan(20);
		if (step.confidence === 'ours') expect(step.sources).toContain('OURS');
	});

	test('fills in only names that the survey can give, and only where they are filled', () => {
		const named = [...textsOf(step).matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
		expect(named.filter((name) => !NAMES.includes(name))).toEqual([]);
		const raw = [
			step.confirm,
			step.skip?.because,
			...(step.blanks ?? []).map((each) => each.label)
		];
		expect(raw.join()).not.toMatch(/[{}]/);
	});

	test('reads questions and answers that exist when it decides whether it applies', () => {
		if (step.skip) expect(strangersIn(step.skip.when, false)).toEqual([]);
	});

	test('names steps of its own checklist, and checks that exist', () => {
		const told = [step.text, step.evidence, step.confirm ?? ''].join(' ');
		const steps = told.match(/\b(?:AM|[A-F])-\d\d[a-f]?\b/g) ?? [];
		expect(steps.filter((named) => !codesOf(of(step.method)).includes(named))).toEqual([]);
		expect(steps).not.toContain(code);
		const checks = told.match(/\bV\d{1,2}\b/g) ?? [];
		expect(checks.filter((named) => !codesOf(VERIFICATION).includes(named))).toEqual([]);
	});

	test('leads to failures that exist and belong to its method', () => {
		const strangers = (step.failures ?? []).filter(
			(id) =>
				!FAILURES.some((failure) => failure.id === id && failure.methods.includes(step.method))
		);
		expect(strangers).toEqual([]);
	});
});

describe('what is not confirmed', () => {
	test('each row that the procedures mark as remembered or unknown asks for a confirmation', () => {
		const marked = 'A-14 AM-05 AM-07 B-12a B-15a B-18 C-06 C-08 C-12 C-13 C-17 E-06 E-07 E-08 E-09';
		const more = 'E-14 E-15 F-06 F-08 F-10 F-15 F-17';
		const silent = `${marked} ${more}`.split(' ').filter((code) => !stepAt(code).confirm);
		expect(silent).toEqual([]);
	});

	test('what is remembered and nowhere read is unconfirmed as a whole', () => {
		for (const code of ['B-12a', 'B-15a', 'E-07', 'E-09', 'F-17'])
			expect(stepAt(code).confidence, code).toBe('unconfirmed');
	});

	test.each([
		['the often quoted cache, retention and count of a GUP', /500 ?MB|\b3 days\b|\b10 simultan/i],
		['a directive of Apache', /Proxy(Pass|Requests|Remote)|CacheRoot |CacheEnable|LoadModule/i],
		['the folder of the cache in 14', /14[^.]*SharedUpdates|SharedUpdates[^.]*\b14\b/i],
		['a service without a source', /sepWscSvc/i]
	])('%s is never stated as a fact', (_, forbidden) => {
		const said = [
			...STEPS.map((step) => [step.code, statedBy(step)]),
			...VERIFICATION.map(({ code, how, expect, command }) => [
				code,
				[how, expect, command?.text].join('\n')
			]),
			...FAILURES.map(({ id, cause, fix }) => [id, `${cause} ${fix}`])
		];
		expect(said.filter(([, text = '']) => forbidden.test(text)).map(([code]) => code)).toEqual([]);
	});
});

describe('what the SEPM checklist leaves out', () => {
	const proxy = upTo('AM', 9);

	test('the reverse proxy, unless Mac or Linux clients may be served', () => {
		expect(skippedIn('sepm', surveyWith({ platform: 'windows' }))).toEqual(proxy);
		expect(skippedIn('sepm', surveyWith({ platform: 'mac' }))).toEqual([]);
		expect(skippedIn('sepm', surveyWith({ platform: 'linux' }))).toEqual([]);
		expect(skippedIn('sepm', surveyWith({ platform: { unknown: 'not asked' } }))).toEqual([]);
	});

	test('LiveUpdate as a fallback, where clients may not go online', () => {
		const mac = { platform: 'mac' };
		expect(skippedIn('sepm', surveyWith(mac, { internetAllowed: 'no' }))).toEqual(['A-08']);
		expect(skippedIn('sepm', surveyWith(mac, { internetAllowed: 'yes' }))).toEqual([]);
	});
});

describe('what the GUP checklist leaves out', () => {
	const inSite = (answers: Answers, candidates: readonly Answers[] = []) =>
		skippedIn('gup', surveyWith({ platform: 'windows' }, answers, candidates));

	test('the list of subnets, where there is one subnet only', () => {
		expect(inSite({ subnets: 1 })).toEqual(['B-04a']);
		expect(inSite({ subnets: 2 })).toEqual([]);
	});

	test('a group of its own, where the site has one with its own policies', () => {
		expect(inSite({ groupStructure: 'own' })).toEqual(['B-09']);
		expect(inSite({ groupStructure: 'inherited' })).toEqual([]);
	});

	test('a firewall rule, where every candidate that may serve has SEP’s own firewall or none', () => {
		expect(inSite({}, [{ hostFirewall: 'sep' }, { hostFirewall: 'none' }])).toEqual(['B-16']);
		expect(inSite({}, [{ hostFirewall: 'sep' }, { hostFirewall: 'windows' }])).toEqual([]);
		expect(inSite({}, [{ hostFirewall: 'sep' }, { isSepm: 'yes' }])).toEqual(['B-16']);
		expect(inSite({}, [{ hostFirewall: 'sep' }, {}])).toEqual([]);
	});
});

test('a hostile name in any command of any checklist is what it is in the plainest one', () => {
	const names = ["x'; calc; '", '’; calc; ‘', '"& calc &"', '$(calc)`calc`', 'a\r\ncalc\n', '\\'];
	const quoted = (name: string, shell: 'powershell' | 'cmd' | 'sh') => {
		const row: StepTemplate = { ...stepAt('A-01'), command: { shell, text: '{name}' } };
		const survey = emptySurvey('s', 's');
		return makeChecklist('sepm', survey, [], [row], { name }).steps[0]?.command?.text ?? '';
	};
	for (const name of names) {
		const everything = Object.fromEntries(NAMES.map((each) => [each, name]));
		for (const method of METHOD_IDS)
			for (const { code, command } of checklistFor(method, surveyWith({}), everything).steps) {
				if (!command) continue;
				const written = stepAt(code).command?.text ?? '';
				const wanted = written.replaceAll(/\{\w+\}/g, () => quoted(name, command.shell));
				expect(command.text, code).toBe(wanted);
			}
	}
});

test('a name in a command stands by itself, outside any quotes, which would end at its own', () => {
	const commands = [...STEPS, ...VERIFICATION].flatMap(({ code, command }) =>
		command ? [{ code, text: command.text }] : []
	);
	const named = commands.flatMap(({ code, text }) =>
		[...text.matchAll(/\{\w+\}/g)].map(({ 0: name, index }) => ({
			code,
			before: text.slice(0, index),
			after: text.slice(index + name.length)
		}))
	);
	expect(named.length).toBeGreaterThan(5);
	for (const { code, before, after } of named) {
		expect(before.replaceAll(/[^']/g, '').length % 2, code).toBe(0);
		expect(before.replaceAll(/[^"]/g, '').length % 2, code).toBe(0);
		expect(before, code).toMatch(/ $/);
		expect(after, code).toMatch(/^(\s|$)/);
	}
});

describe('when a step does not work', () => {
	test('the table has every failure of the procedures', () => {
		expect(FAILURES.map(({ id }) => id)).toEqual(
			expect.arrayContaining([
				'gup-port-not-listening',
				'gup-clients-blocked',
				'gup-cache-empty',
				'gup-wrong-one',
				'gup-other-subnet',
				'wan-full-after-change',
				'network-load-alerts',
				'full-after-absence',
				'lue-log-empty',
				'liveupdate-disabled',
				'system-account-no-proxy',
				'tls-inspection-breaks-services',
				'no-inbox-folder',
				'content-ignored-after-upgrade',
				'iu-date-unchanged',
				'iu-only-av-moved',
				'driver-signature',
				'script-cannot-find-sep',
				'two-sites-differ',
				'lua-disk-full',
				'mac-ignores-conf'
			])
		);
	});

	test.each(FAILURES.map((failure) => [failure.id, failure] as const))(
		'%s is reached from a step of every method it belongs to',
		(id, { methods, sources, sign, cause, fix }) => {
			const unreached = methods.filter(
				(method) => !of(method).some(({ failures }) => failures?.includes(id))
			);
			expect(unreached).toEqual([]);
			expect(methods.length).toBeGreaterThan(0);
			expect(sources.filter((source) => !Object.hasOwn(SOURCES, source))).toEqual([]);
			for (const text of [sign, cause, fix]) expect(text).toMatch(/^[A-Z].+\.$/);
		}
	);

	test('a fix sends nobody to a step that is not on the own sheet', () => {
		for (const { id, fix, methods } of FAILURES) {
			const named = fix.match(/\b(?:AM|[A-F])-\d\d[a-f]?\b/g) ?? [];
			const owners = named.map((code) => stepAt(code).method);
			expect(
				owners.filter((owner) => !methods.includes(owner)),
				id
			).toEqual([]);
			if (named.length > 0)
				expect(
					methods.filter((method) => !owners.includes(method)),
					id
				).toEqual([]);
			for (const check of fix.match(/\bV\d{1,2}\b/g) ?? [])
				expect(codesOf(VERIFICATION), id).toContain(check);
		}
	});
});

describe('the ways to check', () => {
	test('are the eighteen of the procedures, in their order', () => {
		expect(codesOf(VERIFICATION)).toEqual(
			Array.from({ length: 18 }, (_, index) => `V${index + 1}`)
		);
	});

	test('say how, what is seen, and who says so', () => {
		for (const { code, title, how, expect: seen, sources, confidence, confirm } of VERIFICATION) {
			expect(title, code).not.toMatch(/[.]$/);
			expect(how, code).toMatch(/[.]$/);
			expect(seen, code).not.toBe('');
			expect(sources.length, code).toBeGreaterThan(0);
			expect(sources.filter((source) => !Object.hasOwn(SOURCES, source))).toEqual([]);
			if (confidence === 'unconfirmed') expect(confirm, code).toBeDefined();
		}
	});

	test('are each used by a step', () => {
		const told = STEPS.map(({ text, evidence }) => `${text} ${evidence}`).join(' ');
		const used = new Set(told.match(/\bV\d{1,2}\b/g));
		expect(codesOf(VERIFICATION).filter((code) => !used.has(code))).toEqual([]);
	});

	test('ask for a console name where only the REST name was read', () => {
		const silent = ['V7', 'V8', 'V11', 'V12', 'V18'].filter(
			(code) => !VERIFICATION.find((check) => check.code === code)?.confirm
		);
		expect(silent).toEqual([]);
	});
});

describe('the monitoring page', () => {
	test.each(METHOD_IDS)('watches %s at once, after a day and every week', (method) => {
		const looks = MONITORING.filter(({ methods }) => methods.includes(method));
		expect(new Set(looks.map(({ when }) => when))).toEqual(
			expect.toSatisfy((times: Set<string>) =>
				['After one hour', 'After one working day', 'Every week'].every((time) => times.has(time))
			)
		);
	});

	test('watches what is special: the GUP, its version, monikers, paths, and the next file', () => {
		const methodsOf = (id: string) => MONITORING.find((look) => look.id === id)?.methods;
		expect(methodsOf('monitor-gup')).toEqual(['gup']);
		expect(methodsOf('monitor-gup-version')).toEqual(['gup']);
		expect(methodsOf('monitor-monikers')).toEqual(['third-party']);
		expect(methodsOf('monitor-paths')).toEqual(['third-party', 'intelligent-updater']);
		expect(methodsOf('monitor-next-file')).toEqual(['intelligent-updater']);
	});

	test('has a source and a measure for each look, and names steps and checks that exist', () => {
		for (const { id, check, good, sources, methods } of MONITORING) {
			expect(sources.length, id).toBeGreaterThan(0);
			expect(sources.filter((source) => !Object.hasOwn(SOURCES, source))).toEqual([]);
			expect(good, id).toMatch(/[.]$/);
			for (const code of `${check} ${good}`.match(/\b[A-F]-\d\d\b/g) ?? [])
				expect([stepAt(code).method], id).toEqual(methods);
			for (const code of `${check} ${good}`.match(/\bV\d{1,2}\b/g) ?? [])
				expect(codesOf(VERIFICATION), id).toContain(code);
		}
	});
});

function questionsIn(condition: Condition): readonly string[] {
	if ('all' in condition) return condition.all.flatMap(questionsIn);
	if ('any' in condition) return condition.any.flatMap(questionsIn);
	if ('not' in condition) return questionsIn(condition.not);
	if ('count' in condition) return condition.where ? questionsIn(condition.where) : [];
	return [condition.question];
}

/** Questions and options that nobody asks; a repeated question is asked inside a count only. */
function strangersIn(condition: Condition, isRepeated: boolean): readonly string[] {
	if ('all' in condition) return condition.all.flatMap((each) => strangersIn(each, isRepeated));
	if ('any' in condition) return condition.any.flatMap((each) => strangersIn(each, isRepeated));
	if ('not' in condition) return strangersIn(condition.not, isRepeated);
	if ('count' in condition) return condition.where ? strangersIn(condition.where, true) : [];
	const question = QUESTIONS.get(condition.question);
	if (!question || (!isRepeated && !SITE.has(question.id))) return [condition.question];
	if (question.kind !== 'choice' && question.kind !== 'many') return [];
	const options = question.options.map(({ value }) => value);
	const wanted =
		'is' in condition
			? condition.is
			: 'isNot' in condition
				? condition.isNot
				: 'includes' in condition
					? condition.includes
					: [];
	return wanted
		.filter((value) => !options.includes(String(value)))
		.map((value) => `${question.id}: ${String(value)}`);
}
