import type { MethodId } from '../../domain/method.ts';
import { rule, type Rule } from '../../domain/rule.ts';

/** Whatever the method: a client that no longer receives content cannot be fed. */
export function retiredClientRule(method: MethodId): Rule {
	return rule({
		id: `${method}-client-retired`,
		method,
		effect: 'rules-out',
		needs: ['clientRetired'],
		when: ({ clientRetired }) => clientRetired,
		reason:
			'These clients are older than 14.3. The vendor ended content for 14.0 to 14.2 with the year 2024; that anything older ended too is our reading. Upgrade first.',
		sources: ['KB263064', 'OURS'],
		confidence: 'vendor'
	});
}
