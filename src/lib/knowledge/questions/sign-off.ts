import type { Section } from '../../domain/question.ts';

export const SIGN_OFF: Section = {
	id: 'sign-off',
	title: 'Before you leave',
	intro: 'Back at the door, with your contact.',
	questions: [
		{
			id: 'evidencePhotos',
			kind: 'table',
			prompt: 'Which photos did you take?',
			why: 'A list makes the photos evidence: what each shows, and under which name it is kept.',
			find: 'Rack, asset tags of the candidates, date lines of sampled clients, traffic graph.',
			example: 'Asset tag of LYO-FS1: photo 3',
			columns: [
				{ id: 'shows', label: 'What it shows', kind: 'text' },
				{ id: 'file', label: 'File or number', kind: 'text' }
			],
			askedOf: 'technician',
			record: 'It says which photo proves what.',
			sources: ['INSPECTION-RECORD', 'INSPECTION-FORM'],
			skip: { question: 'photoAllowed', is: ['no'] }
		},
		{
			id: 'risksNotes',
			kind: 'text',
			long: true,
			prompt: 'What worries you about this site?',
			why: 'Heat, dust, a switch under a desk, a machine that nobody owns: what no question asked for.',
			find: 'Think of what would make you drive back. Nothing? Choose “does not apply”.',
			example: 'The only server stands under the reception desk and gets unplugged for cleaning.',
			askedOf: 'technician',
			record: 'It is free text for the people who decide; no rule can read it.',
			sources: ['OURS']
		},
		{
			id: 'signoff',
			kind: 'text',
			prompt: 'Who at the site has read these answers and agrees?',
			why: 'The name makes the survey a record. What is changed later is a new revision.',
			find: 'Show the review page to the contact. Write name and role, and your own initials.',
			example: 'Marc Petit, site manager; JW',
			askedOf: 'contact',
			record: 'It says who agreed to the answers.',
			sources: ['INSPECTION-RECORD', 'INSPECTION-FORM']
		},
		{
			id: 'signoffAt',
			kind: 'datetime',
			prompt: 'When was that?',
			why: 'Answers that were changed after this moment have not been agreed.',
			find: 'Take the time from this device.',
			example: '2026-11-20T11:40+01:00',
			askedOf: 'technician',
			record: 'It says which answers were agreed; later ones were not.',
			sources: ['INSPECTION-EVIDENCE']
		}
	]
};
