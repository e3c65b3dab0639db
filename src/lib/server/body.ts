import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import * as v from 'valibot';
import { WIRE_LIMITS } from '../log/wire.ts';
import { Refusal } from './reply.ts';

const unpack = promisify(gunzip);

const TOO_LARGE = 'The request is too large: send it in smaller parts.';

/** The body of a request as its endpoint asks for it. */
export async function bodyOf<S extends v.GenericSchema>(
	request: Request,
	schema: S
): Promise<v.InferOutput<S>> {
	const packed = await bytesOf(request);
	const isPacked = request.headers.get('content-encoding') === 'gzip';
	const json = parsed(isPacked ? await unpacked(packed) : packed);
	return checked(schema, json, 'the body');
}

/** What follows "?" in the address. */
export function queryOf<S extends v.GenericSchema>(request: Request, schema: S): v.InferOutput<S> {
	const words = Object.fromEntries(new URL(request.url).searchParams);
	return checked(schema, words, 'the address');
}

function checked<S extends v.GenericSchema>(
	schema: S,
	json: unknown,
	whole: string
): v.InferOutput<S> {
	const result = v.safeParse(schema, json, { abortEarly: true });
	if (result.success) return result.output;
	const [issue] = result.issues;
	const where = v.getDotPath(issue) ?? whole;
	throw new Refusal(400, `Something is wrong with ${where}: ${issue.message}`);
}

async function bytesOf(request: Request): Promise<Buffer> {
	const parts: Uint8Array[] = [];
	let length = 0;
	try {
		for await (const part of request.body ?? []) {
			length += part.byteLength;
			if (length > WIRE_LIMITS.pushBytes) throw new Refusal(413, TOO_LARGE);
			parts.push(part);
		}
	} catch (error) {
		if (error instanceof Refusal) throw error;
		// The framework has a limit of its own; everything else is a network that broke off.
		if ((error as { status?: unknown } | undefined)?.status === 413)
			throw new Refusal(413, TOO_LARGE);
		throw new Refusal(400, 'The request broke off on its way.');
	}
	return Buffer.concat(parts);
}

async function unpacked(bytes: Buffer): Promise<Buffer> {
	try {
		return await unpack(bytes, { maxOutputLength: WIRE_LIMITS.pushBytes });
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
			throw new Refusal(413, TOO_LARGE);
		throw new Refusal(400, 'The body is not gzip, or was cut off.');
	}
}

function parsed(bytes: Buffer): unknown {
	try {
		return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch {
		throw new Refusal(400, 'The body is not JSON.');
	}
}
