/** The calls about notices: how I am told, on which devices, and what I was told. */
import { type Getter, ask, read, readPage, sending } from './client'
import type { LineCode, NewDevice, NewNoticeSettings, NoticeSettings, Notices } from './schema'

export const getNoticeSettings: Getter<NoticeSettings> = (language, signal) => readPage('/v1/notices/settings', language, signal)

export async function askNoticeSettings(language: string): Promise<NoticeSettings> {
  return read(await ask('/v1/notices/settings', { language }))
}

export async function putNoticeSettings(settings: NewNoticeSettings, language: string): Promise<void> {
  await ask('/v1/notices/settings', { language, ...sending('PUT', settings) })
}

/** Safe to send again. */
export async function putDevice(id: string, device: NewDevice, language: string): Promise<void> {
  await ask(`/v1/notices/devices/${id}`, { language, ...sending('PUT', device) })
}

export async function endDevice(id: string, language: string): Promise<void> {
  await ask(`/v1/notices/devices/${id}`, { language, method: 'DELETE' })
}

export async function sendTrial(language: string): Promise<void> {
  await ask('/v1/notices/trial', { language, method: 'POST' })
}

export async function askNotices(language: string): Promise<Notices> {
  return read(await ask('/v1/notices', { language }))
}

/** A mail goes there, which asks to confirm it; nothing else before. */
export async function putMail(address: string, always: boolean, language: string): Promise<void> {
  await ask('/v1/notices/mail', { language, ...sending('PUT', { address, always }) })
}

export async function endMail(language: string): Promise<void> {
  await ask('/v1/notices/mail', { language, method: 'DELETE' })
}

export async function confirmMail(token: string, language: string): Promise<void> {
  await ask('/v1/notices/mail/confirm', { language, ...sending('POST', { token }) })
}

export async function stopMail(token: string, language: string): Promise<void> {
  await ask(`/v1/notices/mail/stop/${token}`, { language, method: 'POST' })
}

export async function askLineCode(language: string): Promise<LineCode> {
  return read(await ask('/v1/notices/line', { language, method: 'POST' }))
}

export async function endLine(language: string): Promise<void> {
  await ask('/v1/notices/line', { language, method: 'DELETE' })
}
