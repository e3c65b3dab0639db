import { expect, test } from 'vitest';
import { cssString, pageStyle } from '../../src/lib/ui/print-page';

/** Reads a CSS string as a browser does: an escape is a backslash, up to six hex digits and one space. */
function read(css: string): string {
	return css
		.slice(1, -1)
		.replaceAll(/\\([0-9a-f]{1,6}) /g, (_, hex: string) =>
			String.fromCodePoint(Number.parseInt(hex, 16))
		);
}

test('no name can end the string it stands in', () => {
	for (const name of [
		'Plant "Nord"',
		String.raw`\\server\share`,
		'a"; } body { display: none } @page { x: "',
		"O'Neill </style>",
		'Größe 東京 😀'
	]) {
		const css = cssString(name);
		expect(css.slice(1, -1)).not.toMatch(/["{}<]/);
		expect(read(css)).toBe(name);
	}
});

test('a long name is shortened in the margin, which would cut it', () => {
	const style = pageStyle({ paper: 'A4', left: ['x'.repeat(400)], right: [], foot: '', parts: [] });
	expect(style).not.toContain('x'.repeat(97));
	expect(style).toContain('x'.repeat(95));
});

test('each part of the document has a foot of its own', () => {
	const style = pageStyle({
		paper: 'Letter',
		left: [],
		right: [],
		foot: 'record',
		parts: [{ name: 'pilot', foot: 'steps' }]
	});
	expect(style).toMatch(/@page \{ size: Letter/);
	expect(style).toMatch(/@page pilot \{ @bottom-left \{ content: "steps"/);
});
