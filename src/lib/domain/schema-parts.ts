import type { Json } from './answer.ts';

export type Schema = { readonly [key: string]: Json };

export const DIALECT = 'https://json-schema.org/draft/2020-12/schema';
export const TEXT = { type: 'string' };
export const NUMBER = { type: 'number' };

export function object(properties: Schema, required: readonly string[]): Schema {
	return { type: 'object', properties, required };
}

export function list(items: Json): Schema {
	return { type: 'array', items };
}
