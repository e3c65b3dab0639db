import type { Json } from './answer.ts';
import { holdsActiveMarkup } from './problem.ts';

/** What an id may look like: it becomes part of an address and of a register's path. */
export const ID = /^[A-Za-z0-9_.:-]{1,200}$/;

const DEEPEST = 64;

const FORBIDDEN_KEYS = ['__proto__', 'constructor', 'prototype'];

/** Leaves the reading at once; met in `readSurvey`, never outside of it. */
export class Problem extends Error {
	constructor(path: string, expected: string) {
		super(path === '' ? expected : `At ${path}: ${expected}`);
	}
}

export type Fields = Readonly<Record<string, unknown>>;

export function entries<T>(
	json: unknown,
	path: string,
	read: (json: unknown, path: string) => T
): Readonly<Record<string, T>> {
	if (json === undefined) return {};
	const fields = record(json, path, 'an object was expected.');
	return Object.fromEntries(
		Object.entries(fields).map(([key, value]) => [
			identifier(key, path),
			read(value, `${path}.${key}`)
		])
	);
}

export function record(json: unknown, path: string, expected: string): Fields {
	if (typeof json !== 'object' || json === null || Array.isArray(json))
		throw new Problem(path, expected);
	return json as Fields;
}

export function identifier(json: unknown, path: string): string {
	if (typeof json === 'string' && ID.test(json)) return json;
	throw new Problem(path, 'an id of 1 to 200 letters, digits or _ . : - was expected.');
}

export function text(json: unknown, path: string, longest: number): string {
	if (typeof json === 'string' && json.trim() !== '' && json.length <= longest) return json;
	throw new Problem(path, `text of 1 to ${longest} characters was expected.`);
}

export function others(fields: Fields, known: readonly string[]): Readonly<Record<string, Json>> {
	return Object.fromEntries(
		Object.entries(fields).filter(([key]) => !known.includes(key))
	) as Record<string, Json>;
}

/** Refuses, wherever they stand: keys that reach into objects, markup that could act, and nesting without end. */
export function refuseHostile(file: Fields): void {
	const waiting: { json: unknown; path: string; depth: number }[] = [
		{ json: file, path: '', depth: 0 }
	];
	for (let next = waiting.pop(); next; next = waiting.pop()) {
		const { json, path, depth } = next;
		if (typeof json === 'string' && holdsActiveMarkup(json)) {
			throw new Problem(path, 'the text holds markup such as <script>, which is never taken in.');
		}
		if (typeof json !== 'object' || json === null) continue;
		if (depth >= DEEPEST) throw new Problem(path, `nested more than ${DEEPEST} levels deep.`);
		for (const [key, value] of Object.entries(json)) {
			if (FORBIDDEN_KEYS.includes(key))
				throw new Problem(path, `the key "${key}" is never taken in.`);
			const inner = Array.isArray(json) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
			waiting.push({ json: value, path: inner, depth: depth + 1 });
		}
	}
}
