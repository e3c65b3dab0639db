import { holds, type Condition } from './condition.ts';
import type { MethodId } from './method.ts';
import type { Confidence } from './question.ts';
import type { Survey } from './survey.ts';

export const PHASES = [
	'prepare',
	'configure',
	'pilot',
	'roll-out',
	'verify',
	'roll-back',
	'hand-over'
] as const;
export type Phase = (typeof PHASES)[number];

/** The person who carries a step out. */
export type Who = 'technician' | 'sepm-admin' | 'network-admin' | 'packaging-admin' | 'site-owner';

/** Something to write down while doing a step, beside its tick. */
export interface Blank {
	readonly label: string;
	readonly unit?: string;
}

export interface Command {
	/** Decides how site names are quoted when they are filled in. */
	readonly shell: 'powershell' | 'cmd' | 'sh';
	readonly text: string;
}

/** One row of a checklist as the expert wrote it. Texts may hold `{placeholders}`, see `fill`. */
export interface StepTemplate {
	/** kebab-case, begins with the method; never reused. */
	readonly id: string;
	/** The short code that is printed beside the step, such as "B-07". */
	readonly code: string;
	readonly method: MethodId;
	readonly phase: Phase;
	/** A hold point: nothing after it may be done until it is signed. */
	readonly hold?: boolean;
	/** Whoever carries it out comes first. */
	readonly who: readonly [Who, ...Who[]];
	/** What to do: an imperative sentence or two. */
	readonly text: string;
	/** What is seen when it has worked. */
	readonly evidence: string;
	readonly blanks?: readonly Blank[];
	readonly command?: Command;
	readonly sources: readonly [string, ...string[]];
	readonly confidence: Confidence;
	/** What exactly is not confirmed, for a step that holds something unconfirmed. */
	readonly confirm?: string;
	/** Left out once this is known to hold. */
	readonly skip?: { readonly when: Condition; readonly because: string };
	/** Ids of failures (knowledge/failures.ts) to look at when this step does not work. */
	readonly failures?: readonly string[];
}

/** A step of the checklist of one site. */
export interface Step {
	readonly id: string;
	readonly code: string;
	readonly phase: Phase;
	readonly hold: boolean;
	/** Who carries it out; `with` are the others whom it takes. */
	readonly who: Who;
	readonly with: readonly Who[];
	readonly text: string;
	readonly evidence: string;
	readonly blanks: readonly Blank[];
	readonly command?: Command;
	/** The first of `sources`, as the interchange contract has it. */
	readonly source: string;
	readonly sources: readonly string[];
	readonly confidence: Confidence;
	readonly confirm?: string;
	readonly failures: readonly string[];
}

export interface SkippedStep {
	readonly id: string;
	readonly code: string;
	readonly because: string;
}

export interface Checklist {
	readonly method: MethodId;
	/** Ids of the client groups it serves. */
	readonly groups: readonly string[];
	readonly steps: readonly Step[];
	readonly skipped: readonly SkippedStep[];
}

/** The names and values of the site, ready to be filled into a template; `undefined` prints as a blank to ask for. */
export type Placeholders = Readonly<Record<string, string | undefined>>;

/** What stands where the survey has no answer: room to write, never a default. */
export const BLANK = '________ (ask)';

/** What stands where there is nothing to ask: said not to apply, or left out by another answer. */
export const NONE = 'does not apply';

/**
 * Makes the checklist of one method for the groups it serves. Conditions see these groups only; where there is none yet,
 * one of which nothing is known stands in, so that no step is left out for clients that nobody has described.
 */
export function makeChecklist(
	method: MethodId,
	survey: Survey,
	groups: readonly string[],
	templates: readonly StepTemplate[],
	placeholders: Placeholders
): Checklist {
	const served = survey.groups.filter(({ id }) => groups.includes(id));
	const scoped = { ...survey, groups: served.length > 0 ? served : [{ id: '', answers: {} }] };
	const mine = templates.filter((template) => template.method === method);
	const isSkipped = ({ skip }: StepTemplate) =>
		skip !== undefined && holds(skip.when, scoped) === true;

	return {
		method,
		groups,
		steps: mine.filter((row) => !isSkipped(row)).map((row) => stepOf(row, placeholders)),
		skipped: mine
			.filter(isSkipped)
			.map(({ id, code, skip }) => ({ id, code, because: skip?.because ?? '' }))
	};
}

function stepOf(template: StepTemplate, placeholders: Placeholders): Step {
	const { id, code, phase, sources, confidence, command, confirm } = template;
	const [who, ...others] = template.who;
	return {
		id,
		code,
		phase,
		hold: template.hold ?? false,
		who,
		with: others,
		text: fill(template.text, placeholders),
		evidence: fill(template.evidence, placeholders),
		blanks: template.blanks ?? [],
		...(command ? { command: { ...command, text: fillCommand(command, placeholders) } } : {}),
		source: sources[0],
		sources,
		confidence,
		...(confirm === undefined ? {} : { confirm }),
		failures: template.failures ?? []
	};
}

export function fill(template: string, placeholders: Placeholders): string {
	return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => placeholders[name] ?? BLANK);
}

/** Ways to check, with the names of the site in their commands. */
export function withNames<Row extends { readonly command?: Command }>(
	rows: readonly Row[],
	placeholders: Placeholders
): readonly Row[] {
	return rows.map((row) =>
		row.command
			? { ...row, command: { ...row.command, text: fillCommand(row.command, placeholders) } }
			: row
	);
}

/** Fills a command, and marks what is missing as shells' manuals do, `<name>`; every value is quoted for its shell, so that a site's name can never become code. */
function fillCommand({ shell, text }: Command, placeholders: Placeholders): string {
	return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
		const value = placeholders[name];
		return value === undefined || value === NONE ? `<${name}>` : quoted(value, shell);
	});
}

/**
 * PowerShell takes typographic single quotes for plain ones: each is doubled, or it would end the string. A line break or
 * another mark without a shape could act when the command is pasted, and has no place in a name. A backslash before the
 * closing quote would take it with it where cmd hands the words to a program.
 */
function quoted(value: string, shell: Command['shell']): string {
	const plain = value.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ');
	if (shell === 'powershell') return `'${plain.replaceAll(/['\u2018-\u201B]/g, '$&$&')}'`;
	if (shell === 'sh') return `'${plain.replaceAll("'", String.raw`'\''`)}'`;
	return `"${plain.replaceAll(/["%!^&|<>]/g, '').replace(/\\+$/, '$&$&')}"`;
}
