import type { Section } from '../../domain/question.ts';
import { noneOf } from './skips.ts';

export const VISIT: Section = {
	id: 'visit',
	title: 'Visit and people',
	intro: 'Who, where and when. Ask your contact at the door, before you walk to the machines.',
	questions: [
		{
			id: 'siteName',
			kind: 'text',
			prompt: 'What is the site called?',
			why: 'It stands on every page of the plan and the checklist. Use the name from the asset register, so that others find it.',
			find: 'Look at your work order, or ask the contact.',
			example: 'Lyon branch',
			askedOf: 'contact',
			sources: ['SURVEY-FORMS', 'INSPECTION-FORM'],
			planReads: true
		},
		{
			id: 'siteCode',
			kind: 'text',
			prompt: 'What is the short code of the site?',
			why: 'It stands beside the name on every page of the print, and file names begin with it.',
			find: 'Look at your work order. No code? Make one of three letters and a number.',
			example: 'LYO-02',
			askedOf: 'contact',
			record: 'It names the site on every page of the print and in file names.',
			sources: ['INSPECTION-RECORD'],
			planReads: true
		},
		{
			id: 'siteAddress',
			kind: 'text',
			prompt: 'Where is it: address, building, floor?',
			why: 'Whoever comes after you must find the same door.',
			find: 'Ask the contact; write down the floor and the room of the network cabinet too.',
			example: '14 quai Perrache, 69002 Lyon, 2nd floor',
			askedOf: 'contact',
			record: 'Whoever comes next finds the door by it; no rule reads an address.',
			sources: ['SURVEY-FORMS']
		},
		{
			id: 'surveyDate',
			kind: 'datetime',
			prompt: 'When did this survey start?',
			why: 'Every measurement below is only as good as its date.',
			find: 'Filled in from the clock of this device. Correct it if that clock is wrong.',
			example: '2026-11-20T09:12+01:00',
			askedOf: 'technician',
			record: 'It dates what was measured; the plan is made from the answers alone.',
			sources: ['INSPECTION-EVIDENCE']
		},
		{
			id: 'surveyor',
			kind: 'text',
			prompt: 'Who carries out this survey?',
			why: 'Your name and initials stand beside what you measured and in the sign-off.',
			find: 'Filled in with the name set on this device.',
			example: 'Jonas Weber (JW)',
			askedOf: 'technician',
			record: 'It says who answers for the record.',
			sources: ['INSPECTION-FORM']
		},
		{
			id: 'siteContact',
			kind: 'text',
			prompt: 'Who is your contact on site, and how is that person reached?',
			why: 'The contact opens doors, names owners of machines and signs at the end.',
			find: 'Look at your work order, or ask at the reception.',
			example: 'Marc Petit, reception, +33 4 55 01 02 03',
			askedOf: 'contact',
			sources: ['SURVEY-FORMS']
		},
		{
			id: 'sepmAdmin',
			kind: 'text',
			prompt: 'Who administers the SEPM, the management server of the clients?',
			why: 'That person carries out every configuration step and the roll-back. Write down phone and mail.',
			find: 'Ask the contact, or the service desk of the company.',
			example: 'Ines Roche, ext. 4410, ines.roche@example.com',
			askedOf: 'contact',
			sources: ['OURS']
		},
		{
			id: 'networkAdmin',
			kind: 'text',
			prompt: 'Who looks after the network and the firewalls here?',
			why: 'Ports and web addresses may have to be opened before anything works.',
			find: 'Ask the contact. Nobody looks after it? Choose “does not apply” and say so.',
			example: 'Network desk, ext. 4400',
			askedOf: 'contact',
			sources: ['KB177667', 'KB154433']
		},
		{
			id: 'changeOwner',
			kind: 'text',
			prompt: 'Who approves the change?',
			why: 'The first hold point needs this person’s signature. Without it nothing may be configured.',
			find: 'Ask the contact about the change process. There is none? Choose “does not apply”.',
			example: 'Change board, meets on Tuesdays',
			askedOf: 'contact',
			sources: ['OURS']
		},
		{
			id: 'accessLimits',
			kind: 'many',
			prompt: 'What is needed to get in?',
			why: 'A missing badge or safety course costs a whole visit. The plan for the next visit names it.',
			find: 'Ask the contact. Nothing is needed? Choose none of these.',
			example: 'Escort, badge',
			options: [
				{ value: 'escort', label: 'Escort', hint: 'somebody must walk with you' },
				{ value: 'badge', label: 'Badge or key' },
				{ value: 'protective-clothing', label: 'Protective clothing' },
				{ value: 'safety-course', label: 'Safety course' },
				{ value: 'other', label: 'Something else' }
			],
			askedOf: 'contact',
			sources: ['SURVEY-FORMS']
		},
		{
			id: 'accessNotes',
			kind: 'text',
			long: true,
			prompt: 'What else must the next visitor know about getting in?',
			why: 'Opening hours, whom to call, where to park: what you learned the hard way.',
			find: 'Ask the contact as you come in.',
			example: 'Badge office opens at 08:00. Server room: call ext. 12 half an hour before.',
			askedOf: 'contact',
			record: 'It is for the next visitor; the boxes ticked above are what a step can name.',
			sources: ['SURVEY-FORMS'],
			skip: noneOf('accessLimits')
		},
		{
			id: 'photoAllowed',
			kind: 'choice',
			prompt: 'May you take photos here?',
			why: 'Many steps are proved with a photo. Where photos are forbidden, write the value down instead.',
			find: 'Ask before you take the first one, and ask which rooms are excluded.',
			options: [
				{ value: 'yes', label: 'Yes' },
				{ value: 'restricted', label: 'Only in some areas' },
				{ value: 'no', label: 'No photos' }
			],
			askedOf: 'contact',
			sources: ['INSPECTION-RECORD', 'SURVEY-FORMS']
		}
	]
};
