import { readdirSync, readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { readSurvey, writeSurvey } from '../../src/lib/domain/interchange.ts';
import { makePlan, type Plan } from '../../src/lib/domain/plan.ts';
import { itemsOf, progressOf } from '../../src/lib/domain/progress.ts';
import { questionsOf } from '../../src/lib/domain/question.ts';
import { PLAN_SCHEMA } from '../../src/lib/domain/plan-schema.ts';
import { surveySchema } from '../../src/lib/domain/schema.ts';
import type { Survey } from '../../src/lib/domain/survey.ts';
import { KNOWLEDGE } from '../../src/lib/knowledge/knowledge.ts';
import { SAMPLES } from '../../src/lib/knowledge/samples.ts';

const FOLDER = new URL('../../static/samples/', import.meta.url);
const SCHEMAS = new URL('../../static/schema/', import.meta.url);
const text = (file: string) => readFileSync(new URL(file, FOLDER), 'utf8');
const files = readdirSync(FOLDER);

function sample(file: string): Survey {
	const read = readSurvey(text(file), KNOWLEDGE.questionnaire);
	if ('problem' in read) throw new Error(read.problem);
	return read.survey;
}

const methods = (plan: Plan) =>
	Object.fromEntries(plan.groups.map(({ name, recommended }) => [name, recommended]));

test('every sample is listed, and every listed sample exists', () => {
	expect(SAMPLES.map(({ file }) => file).sort()).toEqual(files.sort());
});

describe.each(files)('%s', (file) => {
	const ajv = new Ajv({ strict: false });

	test('is a survey by the schema, and comes back from reading and writing unchanged', () => {
		const validate = ajv.compile(surveySchema(KNOWLEDGE.questionnaire) as object);
		const json = JSON.parse(text(file)) as unknown;
		expect(validate(json), JSON.stringify(validate.errors)).toBe(true);
		expect(writeSurvey(sample(file))).toEqual(json);
	});

	test('answers only questions that exist, without a problem', () => {
		const survey = sample(file);
		const known = questionsOf(KNOWLEDGE.questionnaire).map(({ id }) => id);
		const answered = [survey, ...survey.groups, ...survey.candidates, ...survey.subnets];
		for (const { answers } of answered)
			expect(known).toEqual(expect.arrayContaining(Object.keys(answers)));
		expect(progressOf(itemsOf(KNOWLEDGE.questionnaire, survey)).problems).toBe(0);
	});

	test('gives a plan by the schema', () => {
		const validate = ajv.compile(PLAN_SCHEMA as object);
		const plan = JSON.parse(JSON.stringify(makePlan(sample(file), KNOWLEDGE))) as unknown;
		expect(validate(plan), JSON.stringify(validate.errors)).toBe(true);
	});
});

describe('what the samples are for', () => {
	const planned = (file: string) => methods(makePlan(sample(file), KNOWLEDGE));

	test('a thin link: a Group Update Provider', () => {
		expect(planned('thin-link-branch.json')).toEqual({
			'Office PCs': 'gup',
			'Sales laptops': 'gup'
		});
	});

	test('an air gap: the Intelligent Updater', () => {
		expect(planned('air-gapped-lab.json')).toEqual({
			'Test benches': 'intelligent-updater',
			'Analysis stations': 'intelligent-updater'
		});
	});

	test('12,000 clients: an internal LiveUpdate server, and the travelling laptops online', () => {
		expect(planned('head-office-12000.json')).toMatchObject({
			'Office desktops': 'lua',
			'Travelling laptops': 'liveupdate'
		});
	});

	test('Macs and Linux without internet: an internal LiveUpdate server', () => {
		expect(planned('mac-linux-studio.json')).toEqual({
			'Edit suites': 'lua',
			'Render farm': 'lua'
		});
	});

	test('content that must be tested where a tool is in place: the tool', () => {
		expect(planned('sccm-tested-content.json')).toEqual({
			'Line control PCs': 'third-party',
			'Plant offices': 'third-party'
		});
	});

	test('missing answers: nothing is recommended where they decide, and the plan says which', () => {
		const plan = makePlan(sample('mixed-unfinished.json'), KNOWLEDGE);
		expect(methods(plan)).toMatchObject({
			'Dispatch PCs': null,
			'Inspectors’ laptops': 'liveupdate'
		});
		expect(plan.open.map(({ question }) => question)).toContain('linkDownMbps');
	});
});

test('the schemas that the app serves are those of the tables', () => {
	const served = (name: string) =>
		JSON.parse(readFileSync(new URL(name, SCHEMAS), 'utf8')) as unknown;
	expect(served('survey-1.schema.json')).toEqual(surveySchema(KNOWLEDGE.questionnaire));
	expect(served('plan-1.schema.json')).toEqual(PLAN_SCHEMA);
});
