import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { PROTOCOL, PROTOCOL_HEADER } from '../log/wire.ts';
import { ENDPOINTS, type Access, type Endpoint, type EndpointId } from './endpoints.ts';
import { REPLIES, type Reply } from './replies.ts';

type Json = Readonly<Record<string, unknown>>;

/** What a caller of each kind shows; nothing where anybody may call. */
const SHOWN: Readonly<Record<Access, readonly string[]>> = {
	anyone: [],
	lead: ['device'],
	technician: ['device'],
	viewer: ['device'],
	script: ['script']
};

/** What another request may have made impossible. */
const CONFLICTS: Partial<Readonly<Record<EndpointId, string>>> = {
	push: 'The log of the team is another one.',
	events: 'The log of the team is another one: begin anew.',
	changePerson: 'The team would have no lead.',
	addProject: 'There is a project of this name.',
	renameProject: 'There is a project of this name.'
};

/** The HTTP API of the team server as OpenAPI 3.1, made from the tables that serve it. */
export function openApi(): Json {
	const paths: Record<string, Record<string, Json>> = {};
	for (const [id, endpoint] of Object.entries<Endpoint>(ENDPOINTS))
		(paths[endpoint.path] ??= {})[endpoint.method.toLowerCase()] = operation(
			id as EndpointId,
			endpoint
		);
	return {
		openapi: '3.1.1',
		info: {
			title: 'Sitewalk team server',
			version: '1',
			summary: 'Surveys of a team: an append-only log of answers, and who may read and write it.',
			description:
				'Devices carry a cookie that they get when they join. Scripts carry a key that a lead makes: it reads, and ' +
				'changes nothing. Whatever is refused is answered with a sentence in `problem`.',
			license: { name: 'MIT', identifier: 'MIT' }
		},
		servers: [{ url: '/api/v1' }],
		paths,
		components: {
			securitySchemes: {
				device: { type: 'apiKey', in: 'cookie', name: 'sitewalk-device' },
				script: { type: 'http', scheme: 'bearer' }
			},
			schemas: {
				Problem: {
					type: 'object',
					required: ['problem'],
					properties: { problem: { type: 'string', description: 'what is wrong, and what to do' } }
				}
			}
		}
	};
}

function operation(id: EndpointId, { method, path, about, access, body, query }: Endpoint): Json {
	const isOpen = access.includes('anyone');
	const schemes = [...new Set(access.flatMap((each) => SHOWN[each]))];
	const part = path.includes('{id}')
		? [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }]
		: [];
	const words = query ? inAddress(query) : [];
	const header =
		method === 'POST'
			? [{ name: PROTOCOL_HEADER, in: 'header', required: true, schema: { const: PROTOCOL } }]
			: [];
	const parameters = [...part, ...words, ...header];
	const roles = access.filter((each) => each !== 'script' && each !== 'anyone');
	return {
		operationId: id,
		summary: about,
		description: isOpen ? 'Anybody may call it.' : callers(roles, access.includes('script')),
		security: isOpen ? [] : schemes.map((scheme) => ({ [scheme]: [] })),
		...(parameters.length > 0 ? { parameters } : {}),
		...(body
			? { requestBody: { required: true, content: { 'application/json': { schema: of(body) } } } }
			: {}),
		responses: {
			200: { description: 'Done.', content: contentOf(REPLIES[id]) },
			...problems({
				400: (method === 'POST' || query !== undefined) && 'Something in the request is wrong.',
				401: !isOpen && 'Nobody the team knows.',
				403: !isOpen && 'This role may not do that.',
				404: (part.length > 0 || isOpen) && 'There is no such thing.',
				409: CONFLICTS[id] ?? false,
				410: !isOpen && 'The device was retired, or reported lost.',
				413: method === 'POST' && 'Too large; send less at a time.',
				429: 'Too much at once; `Retry-After` says when to come again.',
				503: 'The database does not answer.'
			})
		}
	};
}

function inAddress(query: NonNullable<Endpoint['query']>): readonly Json[] {
	return Object.keys(query.entries).map((name) => {
		const { [name]: schema } = of(query).properties as Readonly<Record<string, Json>>;
		return { name, in: 'query', schema };
	});
}

function callers(roles: readonly string[], hasScript: boolean): string {
	const names = hasScript ? [...roles, 'a script with a key'] : roles;
	return `May call it: ${names.join(', ')}.`;
}

function contentOf(reply: Reply): Json {
	return typeof reply === 'string'
		? { [reply]: { schema: { type: 'string' } } }
		: { 'application/json': { schema: of(reply, 'output') } };
}

function problems(words: Readonly<Record<number, string | false>>): Json {
	const schema = { $ref: '#/components/schemas/Problem' };
	return Object.fromEntries(
		Object.entries(words)
			.filter(([, description]) => description)
			.map(([status, description]) => [
				status,
				{ description, content: { 'application/json': { schema } } }
			])
	);
}

/** Trimming is the server's own doing, which no schema can say. */
function of(schema: GenericSchema, typeMode: 'input' | 'output' = 'input'): Json {
	const told = toJsonSchema(schema, {
		typeMode,
		errorMode: 'ignore',
		ignoreActions: ['trim']
	});
	return Object.fromEntries(Object.entries(told).filter(([key]) => key !== '$schema'));
}
