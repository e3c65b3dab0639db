import type { Reviewed, Sheet } from '../domain/edition.ts';
import { CONFIDENCE_WORDS, filledWords } from '../domain/edition-words.ts';
import { RELEASES } from './changes.ts';
import { CONFLICTS } from './conflicts.ts';
import { FACT_WORDS } from './fact-words.ts';
import { FAILURES } from './failures.ts';
import { IU_FILES } from './iu-files.ts';
import { KNOWLEDGE } from './knowledge.ts';
import { MONITORING } from './monitoring.ts';
import { RECKONINGS } from './reckonings.ts';
import { TRACE } from './trace.ts';
import { VERIFICATION } from './verification.ts';

const FAILURE_SHEET: Sheet = {
	kind: 'failure',
	title: 'When it does not work',
	intro: 'What is seen, what is likely behind it, and what to do. Steps point here.',
	columns: ['Failure', 'Sign', 'Likely cause', 'What to do', 'Methods', 'Confidence'],
	rows: FAILURES.map(({ id, sign, cause, fix, methods, sources, confidence }) => ({
		id,
		sources,
		cells: [id, sign, cause, fix, methods.join(', '), CONFIDENCE_WORDS[confidence]]
	}))
};

const CHECK_SHEET: Sheet = {
	kind: 'check',
	title: 'How to verify',
	intro: 'Ways to see whether content arrived. Steps name them by their codes.',
	columns: ['Check', 'How', 'Command', 'What is seen', 'Confidence'],
	rows: VERIFICATION.map(({ code, title, how, command, expect, sources, confidence, confirm }) => ({
		id: code,
		sources,
		cells: [
			`${code}: ${title}`,
			how,
			command ? `${filledWords(command.text, [])} (${command.shell})` : '',
			expect,
			confirm === undefined
				? CONFIDENCE_WORDS[confidence]
				: `${CONFIDENCE_WORDS[confidence]}. To confirm: ${confirm}`
		]
	}))
};

const MONITORING_SHEET: Sheet = {
	kind: 'monitoring',
	title: 'After the roll-out',
	intro: 'What is looked at later, when and by whom.',
	columns: ['When', 'Who', 'What', 'Good enough', 'Methods', 'Confidence'],
	rows: MONITORING.map(({ id, when, who, check, good, methods, sources, confidence }) => ({
		id,
		sources,
		cells: [
			when,
			who,
			filledWords(check, []),
			filledWords(good, []),
			methods.join(', '),
			CONFIDENCE_WORDS[confidence]
		]
	}))
};

const FILE_SHEET: Sheet = {
	kind: 'file',
	title: 'Files that are carried by hand',
	intro: 'Kinds of files and their names as they were seen. The vendor’s page has the last word.',
	columns: ['Kind', 'Names', 'Folder', 'Note', 'Confidence'],
	rows: IU_FILES.map(({ id, kind, names, folder, note, sources, confidence, confirm }) => ({
		id,
		sources,
		cells: [
			`${kind} (${id})`,
			names.join(', '),
			folder ?? '',
			note,
			confirm === undefined
				? CONFIDENCE_WORDS[confidence]
				: `${CONFIDENCE_WORDS[confidence]}. To confirm: ${confirm}`
		]
	}))
};

/** All tables that an expert reviews. */
export const REVIEWED: Reviewed = {
	knowledge: KNOWLEDGE,
	factWords: FACT_WORDS,
	reckonings: RECKONINGS,
	conflicts: CONFLICTS,
	sheets: [FAILURE_SHEET, CHECK_SHEET, MONITORING_SHEET, FILE_SHEET],
	trace: TRACE,
	releases: RELEASES
};
