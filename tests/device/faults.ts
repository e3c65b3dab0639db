type Transaction = IDBDatabase['transaction'];

/** Dexie takes hold of the function when it opens a database: it must be ours from the start. */
const real = IDBDatabase.prototype.transaction;
let hook: (open: () => IDBTransaction, ...args: Parameters<Transaction>) => IDBTransaction = (
	open
) => open();
IDBDatabase.prototype.transaction = function (...args) {
	return hook(() => real.apply(this, args), ...args);
};

/** Lets `instead` stand for the opening of transactions while the work runs. */
export async function withTransactions<T>(
	instead: typeof hook,
	work: () => Promise<T>
): Promise<T> {
	const before = hook;
	hook = instead;
	try {
		return await work();
	} finally {
		hook = before;
	}
}

const REQUESTS = [
	...['add', 'put', 'delete', 'clear', 'get', 'getKey', 'getAll', 'getAllKeys', 'count'],
	...['openCursor', 'openKeyCursor']
];
type Methods = Record<
	string,
	((this: IDBObjectStore | IDBIndex, ...args: unknown[]) => unknown) | undefined
>;

/** Calls `onrequest` with the number of each request within its writing transaction; returns how to stop. */
function watchRequests(onrequest: (transaction: IDBTransaction, number: number) => void) {
	const counts = new WeakMap<IDBTransaction, number>();
	const restores = [IDBObjectStore.prototype, IDBIndex.prototype].flatMap((prototype) => {
		const methods = prototype as unknown as Methods;
		return REQUESTS.flatMap((name) => {
			const real = methods[name];
			if (!real) return [];
			methods[name] = function (...args) {
				const transaction = 'transaction' in this ? this.transaction : this.objectStore.transaction;
				const request = real.apply(this, args);
				if (transaction.mode === 'readwrite') {
					const number = (counts.get(transaction) ?? 0) + 1;
					counts.set(transaction, number);
					onrequest(transaction, number);
				}
				return request;
			};
			return [() => (methods[name] = real)];
		});
	});
	return () => restores.forEach((restore) => restore());
}

/** Aborts writing transactions at their nth request; all of them, or only the first that comes so far. */
export async function abortingAt<T>(
	number: number,
	which: 'every' | 'first',
	work: () => Promise<T>
): Promise<{ aborted: number; outcome: PromiseSettledResult<T> }> {
	let aborted = 0;
	const stop = watchRequests((transaction, count) => {
		if (count !== number || (which === 'first' && aborted > 0)) return;
		aborted++;
		transaction.abort();
	});
	try {
		const [outcome] = await Promise.allSettled([work()]);
		return { aborted, outcome: outcome! };
	} finally {
		stop();
	}
}
