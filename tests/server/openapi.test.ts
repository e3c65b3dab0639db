import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { ENDPOINTS, type Endpoint } from '../../src/lib/server/endpoints.ts';
import { openApi } from '../../src/lib/server/openapi.ts';

interface Operation {
	readonly operationId: string;
	readonly description: string;
	readonly security: readonly Readonly<Record<string, unknown>>[];
	readonly parameters?: readonly { readonly name: string; readonly in: string }[];
	readonly requestBody?: {
		readonly content: Readonly<Record<string, { readonly schema: object }>>;
	};
	readonly responses: Readonly<Record<string, { readonly content: object }>>;
}

const FILE = new URL('../../static/schema/openapi-1.json', import.meta.url);
const served = JSON.parse(readFileSync(FILE, 'utf8')) as {
	readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};
const operations = Object.values(served.paths).flatMap((each) => Object.values(each));

test('the file that is served is what the tables say', () => {
	expect(served).toEqual(JSON.parse(JSON.stringify(openApi())));
});

test('every endpoint is in it, with who may call it and what he shows', () => {
	expect(operations.map(({ operationId }) => operationId).sort()).toEqual(
		Object.keys(ENDPOINTS).sort()
	);
	for (const [id, { method, path, access, query }] of Object.entries<Endpoint>(ENDPOINTS)) {
		const told = served.paths[path]![method.toLowerCase()]!;
		const schemes = told.security.flatMap((each) => Object.keys(each));
		expect(schemes.includes('script'), id).toBe(access.includes('script'));
		expect(schemes.includes('device'), id).toBe(access.includes('lead'));
		const words = told.parameters?.filter((each) => each.in === 'query').map(({ name }) => name);
		expect(words ?? [], id).toEqual(Object.keys(query?.entries ?? {}));
		for (const role of ['lead', 'technician', 'viewer'] as const)
			expect(told.description.includes(role), `${id}: ${role}`).toBe(access.includes(role));
		expect(Object.keys(told.responses)).toEqual(expect.arrayContaining(['200', '429', '503']));
	}
});

test('every schema in it is one, and tells a request from what is none', () => {
	const ajv = new Ajv2020({ strict: true, allErrors: true, formats: { 'date-time': true } });
	const bodies = operations.flatMap(({ operationId, requestBody }) =>
		requestBody ? [[operationId, requestBody.content['application/json']!.schema] as const] : []
	);
	for (const { responses } of operations)
		for (const { content } of Object.values(responses))
			for (const { schema } of Object.values(content as Record<string, { schema: object }>))
				if (!('$ref' in schema)) ajv.compile(schema);
	for (const [id, schema] of bodies) expect(ajv.compile(schema)([]), id).toBe(false);
	const push = ajv.compile(Object.fromEntries(bodies).push!);
	const good = { device: 'd', epoch: null, events: [], outbox: { events: 0, oldestAt: null } };
	expect(push(good)).toBe(true);
	expect(push({ ...good, events: Array.from({ length: 1001 }, () => ({})) })).toBe(false);
});
