/** Which process wrote something, so that a later one can tell whether it is still at work. */
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

export interface ProcessMark {
  pid: number;
  host: string;
  /** When it began, as Linux tells it; '' elsewhere. */
  since: string;
}

export const markOf = (pid: number): ProcessMark => ({ pid, host: hostname(), since: beginningOf(pid) });

/**
 * Another process than this one, on this machine, and alive. Numbers are given again, in containers soon: where the
 * system tells when a process began, one with the number of a dead one is told from it. Of other machines nothing is
 * known, and a run that was killed there can be gone on from here.
 */
export function isOtherAlive({ pid, host, since }: ProcessMark): boolean {
  return pid !== process.pid && host === hostname() && isThere(pid) && beginningOf(pid) === since;
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It belongs to another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** In ticks since the machine was started, and which start that was (proc(5), field 22 after the name in brackets). */
function beginningOf(pid: number): string {
  try {
    const state = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const ticks = state.slice(state.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${ticks}`;
  } catch {
    return '';
  }
}
