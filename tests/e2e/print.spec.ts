import { expect, test, type Page } from '@playwright/test';
import { isNotApplicable, isUnknown } from '../../src/lib/domain/answer.ts';
import { PHASES, type Step } from '../../src/lib/domain/checklist.ts';
import { readSurvey } from '../../src/lib/domain/interchange.ts';
import { makePlan, type Plan } from '../../src/lib/domain/plan.ts';
import { shown } from '../../src/lib/domain/shown.ts';
import type { Survey } from '../../src/lib/domain/survey.ts';
import { readableTime } from '../../src/lib/ui/plan-words.ts';
import { KNOWLEDGE } from '../../src/lib/knowledge/knowledge.ts';
import { readFileSync } from 'node:fs';
import { printed, squeezed, type Printed } from './support/pdf.ts';
import { giveName, openSample } from './support/sample.ts';

function surveyIn(file: string): Survey {
	const path = new URL(`../../static/samples/${file}`, import.meta.url);
	const read = readSurvey(readFileSync(path, 'utf8'), KNOWLEDGE.questionnaire);
	if ('problem' in read) throw new Error(read.problem);
	return read.survey;
}

/** The plan of a sample as the command line would make it. */
const planOf = (file: string): Plan => makePlan(surveyIn(file), KNOWLEDGE);

/** Every answer of a survey as a report must print it, behind its question. */
function answersIn(survey: Survey): readonly string[] {
	return KNOWLEDGE.questionnaire.sections.flatMap(({ collection, questions }) => {
		const holders = collection
			? survey[collection].map(({ answers }) => answers)
			: [survey.answers];
		return holders.flatMap((answers) =>
			questions.flatMap((question) => {
				const answer = answers[question.id];
				if (answer === undefined) return [];
				const { prompt } = question;
				if (isUnknown(answer)) return [`${prompt}? could not find out, because ${answer.unknown}`];
				if (isNotApplicable(answer))
					return [`${prompt}– not applicable, because ${answer.notApplicable}`];
				const said = shown(question, answer) ?? '';
				return [`${prompt}${question.kind === 'datetime' ? readableTime(said) : said}`];
			})
		);
	});
}

async function openPrint(page: Page, file: string, what: string) {
	await openSample(page, file);
	await page.goto(`${new URL(page.url()).pathname.split('/').slice(0, 3).join('/')}/print/${what}`);
	await expect(page.getByRole('article', { name: 'Preview' })).toBeVisible();
}

function expectNumbered({ pages }: Printed, head: readonly string[]) {
	for (const [index, text] of pages.entries()) {
		expect(text).toContain(`page${index + 1}of${pages.length}`);
		for (const line of head) expect(text, `page ${index + 1}`).toContain(squeezed(line));
	}
}

/** The words of a step as they are printed: "STOP" stands above the text of a hold point. */
const wordsOf = ({ text }: Step) => squeezed(text.replace(/^STOP[.:!]?\s*/, ''));

/** The longest run of a template that holds no site's name, to look for what must not be there. */
function fixedWords(template: string): string {
	const runs = template.split(/\{\w+\}/).map(squeezed);
	return runs.reduce((longest, run) => (run.length > longest.length ? run : longest), '');
}

for (const [paper, width, height] of [
	['A4', 210, 297],
	['Letter', 216, 279]
] as const) {
	for (const [file, method] of [
		['thin-link-branch.json', 'gup'],
		['air-gapped-lab.json', 'intelligent-updater']
	] as const) {
		test(`on ${paper} the ${method} checklist holds every step that applies and no other`, async ({
			page
		}) => {
			const plan = planOf(file);
			const checklist = plan.checklists.find((each) => each.method === method);
			await openPrint(page, file, method);
			await page.getByLabel(paper).check();
			const print = await printed(page);

			expect(print.size).toEqual({ width, height });
			for (const step of checklist!.steps) {
				expect(print.text, step.code).toContain(wordsOf(step));
				expect(print.text, step.code).toContain(squeezed(step.evidence));
				if (step.command) expect(print.text, step.code).toContain(squeezed(step.command.text));
			}
			const printedWords = checklist!.steps.map(wordsOf).join(' ');
			for (const { id, code, because } of checklist!.skipped) {
				expect(print.text).toContain(squeezed(`${code} (${because.replace(/\.$/, '')})`));
				const words = fixedWords(KNOWLEDGE.steps.find((step) => step.id === id)!.text);
				if (!printedWords.includes(words)) expect(print.text, code).not.toContain(words);
			}
		});
	}
}

test('every page says whose it is, which one of how many, and which steps it holds', async ({
	page
}) => {
	const checklist = planOf('thin-link-branch.json').checklists[0]!;
	await openPrint(page, 'thin-link-branch.json', 'gup');
	const print = await printed(page);

	expectNumbered(print, [
		'Lyon branch (LYO-02)',
		'Checklist: Group Update Provider',
		`Knowledge ${KNOWLEDGE.version}, survey revision`,
		'DRAFT, printed',
		'Record sample-thin-link-branch'
	]);
	const inOrder = PHASES.flatMap((phase) => checklist.steps.filter((step) => step.phase === phase));
	const codes = inOrder.map(({ code }) => code);
	const any = codes.toSorted((a, b) => b.length - a.length).join('|');
	for (const step of inOrder) {
		const page = print.pages.find((each) => each.includes(wordsOf(step)));
		const foot = new RegExp(`branch·steps?(${any})(?:to(${any}))?`).exec(page ?? '');
		const [, from = '', to = from] = foot ?? [];
		const [first, at, last] = [from, step.code, to].map((code) => codes.indexOf(code));
		expect([first, at, last], step.code).toEqual([first, at, last].toSorted((a, b) => a! - b!));
		expect(first, step.code).not.toBe(-1);
	}
	expect(print.text).toContain(squeezed('LiveUpdate Settings - Branches'));
	expect(print.text).toContain('Sign-off');
});

test('a hold point says stop, and an unconfirmed fact says confirm', async ({ page }) => {
	const checklist = planOf('thin-link-branch.json').checklists[0]!;
	await openPrint(page, 'thin-link-branch.json', 'gup');
	const { text } = await printed(page);
	const times = (words: string) => text.split(squeezed(words)).length - 1;

	expect(times('STOP - do not continue until signed')).toBe(
		checklist.steps.filter(({ hold }) => hold).length
	);
	const unconfirmed = checklist.steps.flatMap(({ confirm }) => confirm ?? []);
	expect(unconfirmed.length).toBeGreaterThan(0);
	for (const confirm of unconfirmed)
		expect(text).toContain(squeezed(`Confirm on your version: ${confirm}`));
});

test('what was recorded is printed with who and when', async ({ page }) => {
	const [first] = planOf('thin-link-branch.json').checklists[0]!.steps;
	await openSample(page, 'thin-link-branch.json', 'Checklist');
	await page.getByRole('link', { name: 'Open Group Update Provider' }).click();
	const card = page.getByRole('article', { name: first!.code, exact: true });
	await card.getByRole('button', { name: 'Deviation' }).click();
	await card.getByLabel('What was done instead, and why?').fill('Taken from the inventory');
	await card.getByRole('button', { name: 'Record: done with deviation' }).click();
	await giveName(page, 'Ana Duarte');
	await expect(card.getByText('Ana Duarte')).toBeVisible();

	await page.getByRole('link', { name: 'Print', exact: true }).click();
	await expect(page.getByRole('article', { name: 'Preview' })).toBeVisible();
	const { text } = await printed(page);
	expect(text).toMatch(
		/△donewithdeviationbecauseTakenfromtheinventoryAnaDuarte\d{4}-\d\d-\d\d\d\d:\d\d\(UTC[+-]/
	);
});

test('a report holds every answer, also what could not be found out', async ({ page }) => {
	const plan = planOf('mixed-unfinished.json');
	await openPrint(page, 'mixed-unfinished.json', 'report');
	const print = await printed(page);

	expectNumbered(print, ['Harbour terminal (HAM-9)', 'Site report', 'DRAFT, printed']);
	const answers = answersIn(surveyIn('mixed-unfinished.json')).map(squeezed);
	expect(answers.join(' ')).toContain(squeezed('because router cabinet locked'));
	expect(answers.length).toBeGreaterThan(40);
	for (const answer of answers) expect(print.text).toContain(answer);
	for (const { name, verdicts } of plan.groups) {
		expect(print.text).toContain(squeezed(name));
		for (const { because } of verdicts)
			for (const { reason } of because) expect(print.text).toContain(squeezed(reason));
	}
	for (const { reason } of plan.warnings) expect(print.text).toContain(squeezed(reason));
});

test('no name, however it is written, breaks the head of a page', async ({ page }) => {
	const name = String.raw`Plant "Nord" \ 2; } body { display: none } é`;
	await openSample(page, 'thin-link-branch.json');
	const here = new URL(page.url()).pathname;
	await page.goto(`${here}/visit`);
	const field = page.getByRole('textbox', { name: 'What is the site called?' });
	await field.fill(name);
	await field.press('Tab');
	await expect(page.getByText(/Saved on this device/)).toBeVisible();
	await page.goto(`${here}/print/gup`);
	await expect(page.getByRole('article', { name: 'Preview' })).toBeVisible();
	expectNumbered(await printed(page), [`${name} (LYO-02)`]);
});

test('only the sheet is printed, black on white, also when the app is dark', async ({ page }) => {
	await page.emulateMedia({ colorScheme: 'dark' });
	await openPrint(page, 'thin-link-branch.json', 'gup');
	const { text } = await printed(page);
	for (const words of ['Print preview', 'Back to the checklist', 'All surveys', 'This device'])
		expect(text).not.toContain(squeezed(words));

	await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
	const colours = await page
		.getByRole('article', { name: 'Preview' })
		.evaluate((sheet) => [
			getComputedStyle(sheet).color,
			getComputedStyle(document.body).backgroundColor
		]);
	expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
});

test('an empty survey form can be printed for the walk without a device', async ({ page }) => {
	await openPrint(page, 'thin-link-branch.json', 'blank');
	const { text } = await printed(page);
	for (const { questions } of KNOWLEDGE.questionnaire.sections)
		for (const { prompt } of questions) expect(text).toContain(squeezed(prompt));
	expect(text).not.toContain(squeezed('118 MB'));
});

const FIGURES = [
	/Before:86clientsdirectly,eachthroughthelinkbyitself/,
	/Asrecommended:86clientswithaGUP/,
	/Direct:thelink’sshareforupdatesisfullin5windows,until[\d:]+onday5\(.*?\);withaGUP:1h\d+min/,
	/Anordinarydaythroughthelink:directly387MB,withaGUP9MB;20.6MBofheartbeatsbesides/,
	/WithaGUPall86clientshavecontentafter\d+h\d+min;directlyafter4days\d+h/,
	/Firstfilldirectly:45h6minoflinktime,morethanthewindowof10h;withaGUP1h3min/,
	/Eachday387MBpassthelinkdirectly,9MBwithaGUP/
];
/** What stands at the foot of each of these figures. */
const FEET = [
	'TCP8014',
	'TCP2967',
	'timesincetheroll-outbeginsatmidnight',
	'timeoftheday',
	'timesincetheroll-outbeginsatmidnight',
	'window:10h',
	'IntelligentUpdater'
];

for (const paper of ['A4', 'Letter'] as const) {
	test(`on ${paper} the report shows in words and pictures why it says GUP, and cuts no picture`, async ({
		page
	}) => {
		await openPrint(page, 'thin-link-branch.json', 'report');
		await page.getByLabel(paper).check();
		await expect(page.getByText('The pictures are drawn: ready to print.')).toBeVisible();
		await expect(page.getByRole('button', { name: 'Print', exact: true })).toBeEnabled();
		const { pages, text, size } = await printed(page);
		expect(size.width).toBe(paper === 'A4' ? 210 : 216);
		for (const [index, title] of FIGURES.entries()) {
			const holding = pages.filter((each) => title.test(each));
			expect(holding, String(title)).toHaveLength(1);
			const after = holding[0]!.slice(holding[0]!.search(title));
			expect(after, String(title)).toContain(FEET[index]);
		}
		expect(text).toContain('reckonedbetween0.5and5MB,arangeofours');

		await page.emulateMedia({ media: 'print' });
		const [millimetres, tall] = paper === 'A4' ? [178, 251] : [184, 233];
		await page.setViewportSize({ width: Math.floor((millimetres * 96) / 25.4), height: 900 });
		const sizes = await page.locator('.pictures svg').evaluateAll((pictures) =>
			pictures.map((picture) => {
				const { right, height } = picture.getBoundingClientRect();
				const sheet = picture.closest('.print-sheet')!.getBoundingClientRect();
				const own = picture as SVGSVGElement;
				const scale = own.getBoundingClientRect().width / own.viewBox.baseVal.width;
				const letters = [...own.querySelectorAll('text')].map((each) =>
					parseFloat(getComputedStyle(each).fontSize)
				);
				return { out: right - sheet.right, height, points: Math.min(...letters) * scale * 0.75 };
			})
		);
		expect(sizes).toHaveLength(FIGURES.length);
		for (const { out, height, points } of sizes) {
			expect(out).toBeLessThanOrEqual(0.5);
			expect(height).toBeLessThan((tall * 96) / 25.4);
			expect(points, 'the smallest letter, in points').toBeGreaterThan(6.5);
		}
	});
}

test('the report can be printed without its pictures', async ({ page }) => {
	await openPrint(page, 'thin-link-branch.json', 'report');
	await page.getByRole('checkbox', { name: 'Pictures' }).uncheck();
	await expect(page.getByRole('button', { name: 'Print', exact: true })).toBeEnabled();
	const { text } = await printed(page);
	expect(text).not.toContain(squeezed('In pictures'));
	expect(text).toContain(squeezed('What it costs the network'));
});

test('where the simulation cannot run the report says so and can still be printed', async ({
	page
}) => {
	await page.addInitScript(() => {
		class Broken extends EventTarget {
			onerror?: () => void;
			postMessage() {
				queueMicrotask(() => this.onerror?.());
			}
			terminate() {
				return undefined;
			}
		}
		Object.assign(window, { Worker: Broken });
	});
	await openPrint(page, 'thin-link-branch.json', 'report');
	await expect(page.getByRole('button', { name: 'Print', exact: true })).toBeEnabled();
	const { text } = await printed(page);
	expect(text).toContain(squeezed('The simulation could not run in this browser'));
	expect(text).toContain(squeezed('As recommended: 86 clients with a GUP'));
});
