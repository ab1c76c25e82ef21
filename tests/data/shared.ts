import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';

/** Beside the checkout, or beside the folder that holds several of them. */
const places = ['../../../shared/data', '../../../../shared/data'].map((path) => fileURLToPath(new URL(path, import.meta.url)));
const folder = process.env['SHARED_DATA'] ?? places.find((place) => existsSync(place)) ?? '../shared/data';

export interface PowerLine {
  readonly code: string;
  readonly name: string;
  readonly statutory_type: string;
  readonly category: string;
  readonly county_department: string;
  readonly domain: string;
  readonly legal_basis: string;
  readonly delegation_mode: string;
  readonly source: string;
  readonly scope_note: string;
  readonly statute_version: string;
  readonly statute_status: string;
}

export const sharedFile = (name: string): Buffer => readFileSync(join(folder, name));
export const powersFile = (): Buffer => sharedFile('powers.csv');
export const powerLines = (): PowerLine[] => parse(powersFile(), { columns: true, bom: true });
