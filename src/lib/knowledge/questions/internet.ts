import type { Section } from '../../domain/question.ts';
import { NO_LOCAL_INTERNET, NO_PROXY, YES_NO } from './skips.ts';

export const INTERNET: Section = {
	id: 'internet',
	title: 'Internet and proxy',
	intro: 'Whether clients may fetch content from the vendor’s servers. Ask the network owner.',
	questions: [
		{
			id: 'internetAllowed',
			kind: 'choice',
			prompt: 'May clients here reach the vendor’s LiveUpdate servers on the Internet?',
			why: 'If company rules forbid it, external LiveUpdate is out, and Macs and Linux computers need a server inside.',
			find: 'Ask for the rule, not for the technology: “may they”, even if a port would have to be opened.',
			options: YES_NO,
			askedOf: 'network',
			sources: ['SEED'],
			planReads: true
		},
		{
			id: 'internetLocal',
			kind: 'choice',
			prompt: 'Does the site have its own way out to the Internet?',
			why: 'If its Internet traffic goes through the head office, content from the Internet uses the same thin link.',
			find: 'Ask the network owner; or run tracert to an address outside and see where it leaves.',
			options: YES_NO,
			askedOf: 'network',
			sources: ['SEED', 'OURS'],
			skip: { question: 'internetAllowed', is: ['no'] }
		},
		{
			id: 'internetMbps',
			kind: 'number',
			unit: 'Mbit/s',
			min: 0,
			plausible: [1, 10_000],
			prompt: 'How fast is the Internet connection here?',
			why: 'Over external LiveUpdate every client fetches for itself through this line.',
			find: 'Contract speed towards this site, or a speed test in a quiet hour.',
			example: '40',
			askedOf: 'network',
			sources: ['SEED', 'KB177513'],
			skip: NO_LOCAL_INTERNET,
			planReads: true
		},
		{
			id: 'proxyPresent',
			kind: 'choice',
			prompt: 'Is there a proxy on the way out?',
			why: 'LiveUpdate runs without a signed-in user and must be told how to pass a proxy.',
			find: 'Windows: Settings > Network & Internet > Proxy. Ask whether a hidden (transparent) one is in the way.',
			options: [
				{ value: 'none', label: 'No proxy' },
				{ value: 'explicit', label: 'Yes, set on the clients' },
				{ value: 'transparent', label: 'Yes, hidden in the network' }
			],
			askedOf: 'network',
			sources: ['TECH131843', 'API'],
			skip: NO_LOCAL_INTERNET
		},
		{
			id: 'proxyAuth',
			kind: 'choice',
			prompt: 'How does one sign in at the proxy?',
			why: 'The LiveUpdate policy has fields for it: none, basic or NTLM.',
			find: 'Ask the owner of the proxy.',
			options: [
				{ value: 'none', label: 'No sign-in' },
				{ value: 'basic', label: 'Name and password (basic)' },
				{ value: 'ntlm-kerberos', label: 'Windows sign-in (NTLM or Kerberos)' }
			],
			askedOf: 'network',
			sources: ['API'],
			skip: NO_PROXY
		},
		{
			id: 'tlsInspection',
			kind: 'choice',
			prompt: 'Does it open and inspect encrypted (TLS) traffic?',
			why: 'The vendor’s services pin their certificates. They fail under inspection unless their addresses are excluded.',
			find: 'Ask the owner of the proxy. Or open an https page on a client: is the certificate issued by your own company?',
			options: YES_NO,
			askedOf: 'network',
			sources: ['KB154433', 'TD-URLS'],
			skip: NO_PROXY,
			planReads: true
		},
		{
			id: 'systemProxyOk',
			kind: 'choice',
			prompt: 'Can the SYSTEM account pass the proxy?',
			why: 'Scheduled LiveUpdate runs as SYSTEM. What works for a user may fail at night for this reason.',
			find: 'Where it is allowed: open a shell with psexec -s, which runs as SYSTEM, and try to reach a page outside.',
			options: [
				{ value: 'yes', label: 'Yes, tried' },
				{ value: 'no', label: 'No' },
				{ value: 'untested', label: 'Not tried' }
			],
			askedOf: 'machine',
			sources: ['TECH131843', 'MS-PSEXEC'],
			skip: NO_PROXY
		},
		{
			id: 'luHostsAllowed',
			kind: 'choice',
			prompt: 'Are the LiveUpdate addresses allowed through?',
			why: 'liveupdate.symantec.com and liveupdate.symantecliveupdate.com must be reachable. The list changes: article KB154433 has the current one.',
			find: 'On a client, in PowerShell: Test-NetConnection liveupdate.symantecliveupdate.com -Port 443. Behind a proxy, ask its owner instead.',
			options: YES_NO,
			askedOf: 'network',
			sources: ['TD-URLS', 'KB154433', 'MS-POWERSHELL'],
			skip: NO_LOCAL_INTERNET
		}
	]
};
