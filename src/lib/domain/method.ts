/** The six ways to distribute content, in the order of the source document. */
export const METHOD_IDS = [
	'sepm',
	'gup',
	'lua',
	'liveupdate',
	'third-party',
	'intelligent-updater'
] as const;
export type MethodId = (typeof METHOD_IDS)[number];

export type Platform = 'windows' | 'mac' | 'linux';

export interface Method {
	readonly id: MethodId;
	readonly name: string;
	/** As it fits on a button or in a table head. */
	readonly short: string;
	/** One or two sentences: how the content travels. */
	readonly summary: string;
	readonly platforms: readonly Platform[];
	/** What it cannot carry, if anything. */
	readonly limits: readonly string[];
	readonly sources: readonly string[];
}

export function isMethodId(text: string): text is MethodId {
	return (METHOD_IDS as readonly string[]).includes(text);
}
