import { expect, test } from 'vitest';
import { asHtml, asMarkdown, type Block } from '../../src/lib/domain/document.ts';

const BLOCKS: readonly Block[] = [
	{ heading: 'Rules', level: 2, id: 'rules' },
	{ text: 'One sentence\nover two lines.' },
	{ list: ['first', 'second <b>'] },
	{ columns: ['id', 'reason'], rows: [['gup-thin-link', 'a | b']] }
];

test('a document is readable Markdown', () => {
	expect(asMarkdown(BLOCKS)).toBe(
		[
			'## Rules',
			'',
			'One sentence over two lines.',
			'',
			'- first',
			'- second &lt;b>',
			'',
			'| id | reason |',
			'| --- | --- |',
			String.raw`| gup-thin-link | a \| b |`,
			''
		].join('\n')
	);
});

test('a document is HTML in which no text can act', () => {
	const html = asHtml('T & <S>', BLOCKS);
	expect(html).toContain('<title>T &amp; &lt;S&gt;</title>');
	expect(html).toContain('<h2 id="rules">Rules</h2>');
	expect(html).toContain('<li>second &lt;b&gt;</li>');
	expect(html).toContain('<td>a | b</td>');
});
