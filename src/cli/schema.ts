import { mkdirSync, writeFileSync } from 'node:fs';
import { PLAN_SCHEMA, surveySchema } from '../lib/domain/schema.ts';
import { QUESTIONNAIRE } from '../lib/knowledge/questionnaire.ts';

/** Writes the JSON Schemas that the app serves; a test fails when they are older than the tables. */
const FOLDER = new URL('../../static/schema/', import.meta.url);

mkdirSync(FOLDER, { recursive: true });
for (const [name, schema] of [
	['survey-1.schema.json', surveySchema(QUESTIONNAIRE)],
	['plan-1.schema.json', PLAN_SCHEMA]
] as const) {
	writeFileSync(new URL(name, FOLDER), `${JSON.stringify(schema, undefined, '\t')}\n`);
}
