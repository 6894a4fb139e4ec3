/** English. */
import type { Words } from './ja'

export const words: Words = {
  title: 'Your roles',
  role: {
    worker: 'Worker',
    foreman: 'Foreman',
    responsible_person: 'Responsible person',
    layer_manager: 'Layer manager',
    site_manager: 'Site manager',
    site_viewer: 'Site viewer',
    proxy_clerk: 'Proxy clerk',
    counter_staff: 'Counter staff',
    evaluation_body: 'Evaluation body',
    public_client: 'Public client',
    ministry: 'Ministry of Land',
    operator: 'Operator',
  },
  register: 'The whole register',
  until: (day, year) => `until ${day} ${year}`,
  open: 'without an end',
  none: 'You hold no role at present',
  noneWhat: 'Ask whoever invited you to give you one.',
  desk: 'Open the page for companies and sites',
  deskHow: 'The morning board, approvals, workers; also on a computer. In Japanese and English.',
  applications: 'Applications',
  applicationsHow: 'Register, change, renew',
  noPassport: 'This key belongs to no worker’s passport.',
  unseen: 'Your roles could not be read yet',
  settings: 'Settings',
}
