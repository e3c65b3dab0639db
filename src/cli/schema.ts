import { mkdirSync, writeFileSync } from 'node:fs';
import { PLAN_SCHEMA } from '../lib/domain/plan-schema.ts';
import { surveySchema } from '../lib/domain/schema.ts';
import { QUESTIONNAIRE } from '../lib/knowledge/questionnaire.ts';
import { openApi } from '../lib/server/openapi.ts';

/** Writes the JSON Schemas and the OpenAPI file that the app serves; tests fail when they are older than the tables. */
const FOLDER = new URL('../../static/schema/', import.meta.url);

mkdirSync(FOLDER, { recursive: true });
for (const [name, schema] of [
	['survey-1.schema.json', surveySchema(QUESTIONNAIRE)],
	['plan-1.schema.json', PLAN_SCHEMA],
	['openapi-1.json', openApi()]
] as const) {
	writeFileSync(new URL(name, FOLDER), `${JSON.stringify(schema, undefined, '\t')}\n`);
}
