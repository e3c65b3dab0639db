/** What stands in the margins of every printed page. Lines are plain text; they may hold anything. */
export interface PageMargins {
	readonly paper: Paper;
	/** Who and what: site, method, revision. */
	readonly left: readonly string[];
	/** Beside the page number: draft or final, printed when. */
	readonly right: readonly string[];
	/** At the foot: the record. */
	readonly foot: string;
	/** Parts of the document with a foot of their own, by the name of their page. */
	readonly parts: readonly { readonly name: string; readonly foot: string }[];
}

export const PAPERS = ['A4', 'Letter'] as const;
export type Paper = (typeof PAPERS)[number];

/** Longer names are given in full on the first page; a margin has room for this many characters a line. */
const LONGEST_LINE = 96;

/** The style of the pages, with running heads in the margin boxes of CSS paged media. */
export function pageStyle({ paper, left, right, foot, parts }: PageMargins): string {
	const text = 'font: 8.5pt/1.35 var(--font, sans-serif); color: #000; white-space: pre-line;';
	const head = `${text} vertical-align: bottom; padding-bottom: 1.5mm; margin-bottom: 3mm; border-bottom: 0.5pt solid #000;`;
	const tail = `${text} vertical-align: top; padding-top: 1.5mm; margin-top: 2mm; border-top: 0.5pt solid #000;`;
	const lines = (list: readonly string[]) => cssString(list.map(shortened).join('\n'));
	return [
		`@page { size: ${paper}; margin: 28mm 12mm 18mm 20mm;`,
		`@top-left { content: ${lines(left)}; width: 66%; text-align: left; ${head} }`,
		`@top-right { content: "page " counter(page) " of " counter(pages) ${lines(['', ...right])}; width: 34%; text-align: right; ${head} }`,
		`@bottom-left { content: ${lines([foot])}; width: 70%; text-align: left; ${tail} }`,
		`@bottom-right { content: "Sitewalk"; width: 30%; text-align: right; ${tail} } }`,
		...parts.map(
			(part) => `@page ${part.name} { @bottom-left { content: ${lines([part.foot])}; } }`
		)
	].join('\n');
}

/** A string for a style sheet. Everything but letters, digits and spaces is escaped by number, so nothing can end it. */
export function cssString(text: string): string {
	const escaped = [...text].map((character) =>
		/[\p{L}\p{N} ]/u.test(character)
			? character
			: `\\${(character.codePointAt(0) ?? 0xfffd).toString(16)} `
	);
	return `"${escaped.join('')}"`;
}

function shortened(line: string): string {
	const characters = [...line.replaceAll(/\s+/g, ' ')];
	return characters.length <= LONGEST_LINE
		? characters.join('')
		: `${characters.slice(0, LONGEST_LINE - 1).join('')}…`;
}

/** Puts the style on the document; returns how to take it off. `isRunning` is false where margin boxes are not known. */
export function usePageStyle(style: string): { isRunning: boolean; remove: () => void } {
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(style);
	document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
	const page = sheet.cssRules[0] as CSSPageRule & { cssRules?: CSSRuleList };
	return {
		isRunning: (page.cssRules?.length ?? 0) > 0,
		remove: () => {
			document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
		}
	};
}
