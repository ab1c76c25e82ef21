import { crc32, inflateRawSync } from 'node:zlib';

/** What a file that was sent can be refused for once it is looked into. */
export class UnreadableFile extends Error {
  readonly failure: 'not_a_spreadsheet' | 'damaged' | 'unpacks_too_large' | 'too_many_rows' | 'too_many_columns' | 'embedded_files';

  constructor(failure: UnreadableFile['failure'], cause?: unknown) {
    super(failure, { cause });
    this.failure = failure;
  }
}

/** Reads single entries of a zip file, never more bytes in all than its bound: what an entry says about its own size is not believed. */
export interface ZipEntries {
  readonly paths: () => readonly string[];
  readonly has: (path: string) => boolean;
  readonly text: (path: string) => string;
}

const mostEntries = 5000;
const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endLength = 22;

interface Place {
  readonly method: number;
  readonly checksum: number;
  readonly packed: number;
  readonly offset: number;
}

export function openZip(bytes: Buffer, mostBytes: number): ZipEntries {
  const places = directoryOf(bytes);
  let left = mostBytes;
  return {
    paths: () => [...places.keys()],
    has: (path) => places.has(path),
    text(path) {
      const place = places.get(path);
      if (!place) throw new UnreadableFile('damaged');
      const content = unpacked(bytes, place, left);
      // What came over damaged may still unpack, to something else.
      if (crc32(content) !== place.checksum) throw new UnreadableFile('damaged');
      left -= content.length;
      return content.toString('utf8');
    },
  };
}

/** The central directory: its places count, whatever else lies in the file. */
function directoryOf(bytes: Buffer): Map<string, Place> {
  const end = endOf(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > mostEntries) throw new UnreadableFile('unpacks_too_large');
  const places = new Map<string, Place>();
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entrySignature) throw new UnreadableFile('damaged');
    const nameLength = bytes.readUInt16LE(at + 28);
    // Entries are looked up by names that we choose; none is ever used as a path.
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/');
    places.set(name, {
      method: bytes.readUInt16LE(at + 10),
      checksum: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return places;
}

function endOf(bytes: Buffer): number {
  const earliest = Math.max(0, bytes.length - endLength - 0xffff);
  for (let at = bytes.length - endLength; at >= earliest; at -= 1) if (bytes.readUInt32LE(at) === endSignature) return at;
  throw new UnreadableFile('damaged');
}

function unpacked(bytes: Buffer, { method, packed, offset }: Place, most: number): Buffer {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== localSignature) throw new UnreadableFile('damaged');
  const begin = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const content = bytes.subarray(begin, begin + packed);
  if (content.length !== packed) throw new UnreadableFile('damaged');
  if (method === 0 && packed <= most) return content;
  if (method !== 8 && method !== 0) throw new UnreadableFile('damaged');
  if (most <= 0 || method === 0) throw new UnreadableFile('unpacks_too_large');
  try {
    return inflateRawSync(content, { maxOutputLength: most });
  } catch (error) {
    const isTooLarge = error instanceof RangeError;
    throw new UnreadableFile(isTooLarge ? 'unpacks_too_large' : 'damaged', error);
  }
}
