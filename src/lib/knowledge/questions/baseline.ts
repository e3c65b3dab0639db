import type { Section } from '../../domain/question.ts';

export const BASELINE: Section = {
	id: 'baseline',
	title: 'State before the change',
	intro: 'Look at five clients or more, from every subnet, while you are at the machines anyway.',
	questions: [
		{
			id: 'baselineDates',
			kind: 'table',
			prompt: 'What are the definition dates on a sample of clients?',
			why: 'Only a date before and a date after prove that the new way works. Take at least five clients.',
			find: 'SEP icon > Status: each protection has a line “Definitions”. Or read the registry value LatestVirusDefsDate under …\\Symantec Endpoint Protection\\CurrentVersion\\public-opstate.',
			example: 'LYO-PC07: 2026-11-19, 2026-11-18, 2026-11-19',
			columns: [
				{ id: 'host', label: 'Computer', kind: 'text' },
				{ id: 'virus', label: 'Virus and spyware', kind: 'date' },
				{ id: 'sonar', label: 'Proactive threat (SONAR)', kind: 'date' },
				{ id: 'ips', label: 'Network threat (IPS)', kind: 'date' }
			],
			askedOf: 'machine',
			sources: ['DISA-STIG', 'KB181033', 'MS-DEFENDER']
		},
		{
			id: 'knownIssues',
			kind: 'table',
			prompt: 'Which clients are out of date or failing already?',
			why: 'What is broken before must be mended before, or the new way will be blamed for it.',
			find: 'Ask the SEPM administrator for the out-of-date list, and the users for complaints. None? Choose “does not apply”.',
			example: 'LYO-PC12: definitions of October',
			columns: [
				{ id: 'host', label: 'Computer', kind: 'text' },
				{ id: 'problem', label: 'What is wrong', kind: 'text' }
			],
			askedOf: 'sepm-console',
			sources: ['TD-GUP']
		}
	]
};
