/** The calls about notices: how I am told, on which devices, and what I was told. */
import { type Getter, ask, read, readPage, sending } from './client'
import type { NewDevice, NewNoticeSettings, NoticeSettings, Notices } from './schema'

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
