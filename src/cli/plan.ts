import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LARGEST_FILE_BYTES, readSurvey, tooLarge } from '../lib/domain/interchange.ts';
import { isMethodId, METHOD_IDS, type MethodId } from '../lib/domain/method.ts';
import { makePlan } from '../lib/domain/plan.ts';
import { planFile, readPlan, type EarlierPlan, type PlanFile } from '../lib/domain/plan-file.ts';
import { revisionOf } from '../lib/domain/revision.ts';
import { since, type Since } from '../lib/domain/since.ts';
import { changesSince } from '../lib/knowledge/changes.ts';
import { KNOWLEDGE } from '../lib/knowledge/knowledge.ts';

const USAGE =
	'npm run --silent plan -- SURVEY.json [--pretty] [--method METHOD_ID] [--since OLD-PLAN.json], or DIR_OR_FILES...';

const IS_A_PLAN = 'This is a plan, not a survey file; name it after --since, beside its survey.';

/** One sentence for standard error; exit 2, and nothing on standard output. */
class Refusal extends Error {}

interface Request {
	readonly paths: readonly string[];
	readonly isPretty: boolean;
	readonly method?: MethodId;
	/** File of an earlier plan of the same survey. */
	readonly earlier?: string;
}

try {
	process.stdout.write(output(requestFrom(process.argv.slice(2))));
} catch (error) {
	if (!(error instanceof Refusal)) throw error;
	process.stderr.write(`${error.message}\n`);
	process.exitCode = 2;
}

/** Every plan is made before the first is printed, so that a bad file leaves standard output empty. */
function output({ paths, isPretty, method, earlier }: Request): string {
	const files = paths.flatMap(filesAt);
	if (earlier !== undefined && files.length !== 1) {
		throw new Refusal(`--since compares with one survey; ${files.length} files were named.`);
	}
	const before = earlier === undefined ? undefined : { file: earlier, plan: earlierAt(earlier) };
	const plans = files.map((file) => planOf(file, method, before));
	const indent = isPretty && plans.length === 1 ? '\t' : undefined;
	return plans.map((plan) => `${JSON.stringify(plan, undefined, indent)}\n`).join('');
}

function requestFrom(words: readonly string[]): Request {
	const paths: string[] = [];
	let isPretty = false;
	let method: MethodId | undefined;
	let earlier: string | undefined;
	for (let at = 0; at < words.length; at += 1) {
		const word = words[at] ?? '';
		if (word === '--pretty') isPretty = true;
		else if (word === '--method') method = methodNamed(words[(at += 1)] ?? '');
		else if (word === '--since') earlier = fileAfter('--since', words[(at += 1)]);
		else if (word.startsWith('--')) throw new Refusal(`${word} is not known; use ${USAGE}.`);
		else paths.push(word);
	}
	if (paths.length === 0) throw new Refusal(`Name a survey file: ${USAGE}.`);
	return {
		paths,
		isPretty,
		...(method ? { method } : {}),
		...(earlier === undefined ? {} : { earlier })
	};
}

function fileAfter(option: string, word: string | undefined): string {
	if (word !== undefined && !word.startsWith('--')) return word;
	throw new Refusal(`${option}: name the file of an earlier plan; use ${USAGE}.`);
}

function methodNamed(word: string): MethodId {
	if (isMethodId(word)) return word;
	throw new Refusal(`--method: "${word}" is not a method; use one of ${METHOD_IDS.join(', ')}.`);
}

function filesAt(path: string): readonly string[] {
	try {
		if (!statSync(path).isDirectory()) return [path];
		const files = readdirSync(path).filter((name) => name.endsWith('.json'));
		if (files.length > 0) return files.sort().map((name) => join(path, name));
	} catch (error) {
		throw new Refusal(
			`${path}: cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'}); check the name.`
		);
	}
	throw new Refusal(`${path}: there is no .json file in this folder.`);
}

interface Before {
	readonly file: string;
	readonly plan: EarlierPlan;
}

function planOf(
	file: string,
	method: MethodId | undefined,
	before: Before | undefined
): PlanFile & { since?: Since } {
	const text = textOf(file);
	if (readPlan(text)) throw new Refusal(`${file}: ${IS_A_PLAN}`);
	const read = readSurvey(text, KNOWLEDGE.questionnaire);
	if ('problem' in read) throw new Refusal(`${file}: ${read.problem}`);
	const { survey } = read;
	const plan = makePlan(survey, KNOWLEDGE, method ? { method } : {});
	if (!before) return planFile(plan, survey);
	if (before.plan.survey.id !== survey.id) {
		throw new Refusal(
			`${before.file}: At survey.id: this is the plan of another survey, “${before.plan.survey.title}”.`
		);
	}
	const today = { plan, revision: revisionOf(survey) };
	const releases = changesSince(before.plan.knowledge);
	return { ...planFile(plan, survey), since: since(before.plan, today, releases, KNOWLEDGE) };
}

function earlierAt(file: string): EarlierPlan {
	const read = readPlan(textOf(file));
	if (!read)
		throw new Refusal(`${file}: This is not a plan that Sitewalk made; name one after --since.`);
	if ('problem' in read) throw new Refusal(`${file}: ${read.problem}`);
	return read.plan;
}

function textOf(file: string): string {
	try {
		const { size } = statSync(file);
		if (size > LARGEST_FILE_BYTES) throw new Refusal(`${file}: ${tooLarge(size)}`);
		return readFileSync(file, 'utf8');
	} catch (error) {
		if (error instanceof Refusal) throw error;
		throw new Refusal(
			`${file}: cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'}); check the name.`
		);
	}
}
