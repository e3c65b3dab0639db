import type { Value } from './answer.ts';
import { parseVersion } from './version.ts';

export function yesNo(value: Value | undefined): boolean | undefined {
	return typeof value === 'string' ? value === 'yes' : undefined;
}

export function text(value: Value | undefined): string | undefined {
	return typeof value === 'string' ? value : undefined;
}

export function number(value: Value | undefined): number | undefined {
	return typeof value === 'number' ? value : undefined;
}

export function version(value: Value | undefined) {
	return typeof value === 'string' ? parseVersion(value) : undefined;
}
