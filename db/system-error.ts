import { OperatorError } from './operator-error.ts';
import { storageFaultOf, type StorageFaultKind } from './storage-fault.ts';

interface SystemError {
  readonly code: string;
  readonly syscall: string;
  readonly path: string;
  readonly address: string;
}
type Words = (error: SystemError) => readonly [zh: string, en: string];

const busyPort: Words = ({ address }) => [
  `端口已被其他程序占用：${address}。请停止那个程序，或用 PORT 另指定端口。`,
  `The port is in use by another program: ${address}. Stop that program, or name another port with PORT.`,
];
const forbiddenPort: Words = ({ address }) => [
  `无权使用这个端口：${address}。请用 PORT 指定 1024 以上的端口。`,
  `This port is not permitted: ${address}. Name a port above 1023 with PORT.`,
];
const strangeAddress: Words = ({ address }) => [
  `本机没有这个地址：${address}。请检查 HOST。`,
  `This machine has no such address: ${address}. Check HOST.`,
];
const forbiddenFile: Words = ({ path }) => [
  `没有读写权限：${path}。请检查文件夹的所有者和权限，以及磁盘是否只读。`,
  `It may not be read or written: ${path}. Check the owner and the permissions of the folder, and whether the disk is read-only.`,
];
const fullDisk: Words = ({ path }) => [`磁盘空间不足：${path}。请腾出空间后再试。`, `The disk is full: ${path}. Make room and try again.`];
const notAFolder: Words = ({ path }) => [
  `路径不对：${path}。路径中应是文件夹的地方不是文件夹，或路径不存在。请检查 DATA_DIR。`,
  `The path is wrong: ${path}. What should be a folder is none, or does not exist. Check DATA_DIR.`,
];
const tooManyFiles: Words = () => [
  '打开的文件太多。请提高系统对打开文件数的限制。',
  'Too many files are open. Raise the limit of open files of the system.',
];
const failingDisk: Words = ({ path }) => [`磁盘读写出错：${path}。请检查磁盘。`, `The disk fails: ${path}. Check the disk.`];
const busyFile: Words = ({ path }) => [
  `文件正被其他程序占用：${path}。请先停止那个程序。`,
  `The file is in use by another program: ${path}. Stop that program first.`,
];

const ofNetwork: Readonly<Record<string, Words>> = {
  EADDRINUSE: busyPort,
  EACCES: forbiddenPort,
  EPERM: forbiddenPort,
  EADDRNOTAVAIL: strangeAddress,
  EAFNOSUPPORT: strangeAddress,
  EINVAL: strangeAddress,
  ENOTFOUND: strangeAddress,
  EAI_AGAIN: strangeAddress,
};
const ofFiles: Readonly<Record<string, Words>> = {
  EACCES: forbiddenFile,
  EPERM: forbiddenFile,
  EROFS: forbiddenFile,
  ENOSPC: fullDisk,
  EDQUOT: fullDisk,
  EFBIG: fullDisk,
  ENOTDIR: notAFolder,
  EISDIR: notAFolder,
  EEXIST: notAFolder,
  ENOENT: notAFolder,
  ELOOP: notAFolder,
  ENAMETOOLONG: notAFolder,
  EMFILE: tooManyFiles,
  ENFILE: tooManyFiles,
  EIO: failingDisk,
  EBUSY: busyFile,
  ETXTBSY: busyFile,
};
const ofStorage: Readonly<Partial<Record<StorageFaultKind, Words>>> = {
  full: fullDisk,
  io: failingDisk,
  read_only: forbiddenFile,
  busy: busyFile,
};

const network = new Set(['listen', 'bind', 'getaddrinfo']);
const textIn = (error: Error, name: string): string => {
  const value = (error as Error & Record<string, unknown>)[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

function addressIn(error: Error): string {
  const [host, port] = [textIn(error, 'address') || textIn(error, 'hostname'), textIn(error, 'port')];
  return port === '' ? host : `${host}:${port}`;
}

function wordsFor({ code, syscall }: SystemError, error: Error): Words | undefined {
  if (network.has(syscall)) return ofNetwork[code];
  if (syscall !== '') return ofFiles[code];
  // SQLite does not say why; nearly always it is not permitted.
  if (code.startsWith('SQLITE_CANTOPEN')) return forbiddenFile;
  const kind = code.startsWith('SQLITE_') ? storageFaultOf(error)?.kind : undefined;
  return kind === undefined ? undefined : ofStorage[kind];
}

/**
 * What the operating system refuses, in one plain sentence of each language for the person at the terminal; null where the error is
 * the program's own. `where` stands in for a path that the error does not name.
 */
export function operatorErrorOf(error: unknown, where: string): OperatorError | null {
  if (error instanceof OperatorError) return error;
  for (let at = error; at instanceof Error; at = at.cause) {
    const system = { code: textIn(at, 'code'), syscall: textIn(at, 'syscall'), path: textIn(at, 'path') || where, address: addressIn(at) };
    const words = wordsFor(system, at);
    if (!words) continue;
    const [zh, en] = words(system);
    return new OperatorError('system', `${zh}\n${en} (${system.code})`, { cause: error });
  }
  return null;
}
