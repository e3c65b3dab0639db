import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LARGEST_FILE_BYTES, readSurvey, tooLarge } from '../lib/domain/interchange.ts';
import { isMethodId, METHOD_IDS, type MethodId } from '../lib/domain/method.ts';
import { makePlan, type Plan } from '../lib/domain/plan.ts';
import { KNOWLEDGE } from '../lib/knowledge/knowledge.ts';

const USAGE =
	'npm run --silent plan -- SURVEY.json [--pretty] [--method METHOD_ID], or DIR_OR_FILES...';

/** One sentence for standard error; exit 2, and nothing on standard output. */
class Refusal extends Error {}

interface Request {
	readonly paths: readonly string[];
	readonly isPretty: boolean;
	readonly method?: MethodId;
}

try {
	process.stdout.write(output(requestFrom(process.argv.slice(2))));
} catch (error) {
	if (!(error instanceof Refusal)) throw error;
	process.stderr.write(`${error.message}\n`);
	process.exitCode = 2;
}

/** Every plan is made before the first is printed, so that a bad file leaves standard output empty. */
function output({ paths, isPretty, method }: Request): string {
	const files = paths.flatMap(filesAt);
	const plans = files.map((file) => planOf(file, method));
	const indent = isPretty && plans.length === 1 ? '\t' : undefined;
	return plans.map((plan) => `${JSON.stringify(plan, undefined, indent)}\n`).join('');
}

function requestFrom(words: readonly string[]): Request {
	const paths: string[] = [];
	let isPretty = false;
	let method: MethodId | undefined;
	for (let at = 0; at < words.length; at += 1) {
		const word = words[at] ?? '';
		if (word === '--pretty') isPretty = true;
		else if (word === '--method') method = methodNamed(words[(at += 1)] ?? '');
		else if (word.startsWith('--')) throw new Refusal(`${word} is not known; use ${USAGE}.`);
		else paths.push(word);
	}
	if (paths.length === 0) throw new Refusal(`Name a survey file: ${USAGE}.`);
	return { paths, isPretty, ...(method ? { method } : {}) };
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

function planOf(file: string, method: MethodId | undefined): Plan {
	const read = readSurvey(textOf(file), KNOWLEDGE.questionnaire);
	if ('problem' in read) throw new Refusal(`${file}: ${read.problem}`);
	return makePlan(read.survey, KNOWLEDGE, method ? { method } : {});
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
