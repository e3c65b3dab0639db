import type { EarlierPlan } from '$lib/domain/plan-file';
import type { Survey } from '$lib/domain/survey';

/** What a file picker, a drop or a sample gives: nothing is read before its size is known. */
export interface SurveyFile {
	readonly name: string;
	readonly size: number;
	text(): Promise<string>;
}

export type Opened =
	{ readonly survey: Survey } | { readonly plan: EarlierPlan } | { readonly problem: string };

/** Reads a survey file, or a plan that was exported earlier. The questionnaire it is checked against is only fetched now: the start page does without. */
export async function openFile(file: SurveyFile): Promise<Opened> {
	const [{ LARGEST_FILE_BYTES, readSurvey, tooLarge }, { readPlan }, { QUESTIONNAIRE }] =
		await Promise.all([
			import('$lib/domain/interchange'),
			import('$lib/domain/plan-file'),
			import('$lib/knowledge/questionnaire')
		]);
	if (file.size > LARGEST_FILE_BYTES) return { problem: tooLarge(file.size) };
	try {
		const text = await file.text();
		return readPlan(text) ?? readSurvey(text, QUESTIONNAIRE);
	} catch {
		return { problem: 'The file could not be read; copy it to this device once more.' };
	}
}

/** Hands the file of a survey to the browser to save. */
export async function exportSurvey(survey: Survey): Promise<void> {
	const { writeSurvey } = await import('$lib/domain/interchange');
	const code = survey.answers.siteCode;
	const name = typeof code === 'string' && code.trim() !== '' ? code : survey.title;
	const text = `${JSON.stringify(writeSurvey(survey), undefined, '\t')}\n`;
	saveFile(`${plainName(name)}.sitewalk.json`, new Blob([text], { type: 'application/json' }));
}

export function saveFile(name: string, content: Blob): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(content);
	link.download = name;
	link.click();
	// A download that has not begun yet would be cut off.
	setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function plainName(text: string): string {
	return text.replaceAll(/[^\p{L}\p{N}.-]+/gu, '-').replaceAll(/^[-.]+|[-.]+$/g, '') || 'survey';
}
