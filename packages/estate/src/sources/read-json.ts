import { readFileSync } from 'node:fs';
import { EstateError } from '../estate-error';
import { deeperThan } from '../values/size';

/** Far beyond any real configuration or plan; what is deeper would only exhaust the stack of whoever walks it. */
const MAX_DEPTH = 100;

/**
 * Reads a JSON file.
 *
 * UTF-8 with or without a byte order mark, and the UTF-16 that a redirection in Windows PowerShell writes.
 *
 * @throws {EstateError} when the file cannot be read, or holds something else than whole JSON
 */
export function readJson(path: string): unknown {
  const text = decoded(readBytes(path), path);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new EstateError(path, whyInvalid(text, error));
  }
  if (deeperThan(value, MAX_DEPTH)) {
    throw new EstateError(path, `is nested deeper than ${MAX_DEPTH} levels, which no Terraform file is`);
  }
  return value;
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new EstateError(path, `cannot be read (${errorCode(error)}); check its permissions`);
  }
}

function decoded(bytes: Buffer, path: string): string {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    throw new EstateError(
      path,
      'is a binary plan, not JSON; convert it with "terraform show -json FILE > plan.json" and pass plan.json',
    );
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le', 2);
  return bytes.toString('utf8').replace(/^\uFEFF/, '');
}

function whyInvalid(text: string, error: unknown): string {
  if (text.trim() === '') return 'is empty; write the JSON again';
  if (/^\s*\{"@level"/.test(text)) {
    return 'is a log of "terraform plan -json", not a plan; use "plan -out=FILE" and then "terraform show -json FILE"';
  }
  const reason = error instanceof Error ? error.message : String(error);
  if (/end of JSON input|Unterminated/.test(reason)) {
    return `ends in the middle of its JSON after ${text.length} characters; it was cut off, so write it again`;
  }
  return `is no valid JSON (${reason}); pass cdk.tf.json, or a plan from "terraform show -json"`;
}

/** A system error's code, such as EACCES, or what else it says. */
export function errorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);
}
