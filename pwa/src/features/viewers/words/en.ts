import type { Words } from './ja'

export const words: Words = {
  title: 'Who looked at me',
  today: 'Today',
  roles: {
    worker: 'Myself',
    foreman: 'Foreman',
    responsible_person: 'Responsible person of the company',
    layer_manager: 'Layer manager',
    site_manager: 'Site manager',
    site_viewer: 'Site viewer',
    proxy_clerk: 'Proxy clerk',
    counter_staff: 'Counter staff',
    evaluation_body: 'Evaluation body',
    public_client: 'Public client',
    ministry: 'Ministry',
    operator: 'Operator',
  },
  roleUnknown: 'Another role',
  purposes: {
    worker_list: 'To make the worker list',
    employment: 'For employment papers',
    site_check: 'To check on site',
    application: 'For an application',
    help: 'To help you',
    download: 'To export records',
    pass_check: 'Checked the pass you showed',
  },
  purposeUnknown: 'For another purpose',
  register: 'The register’s operator or counter',
  unnamed: 'Somebody you showed it to',
  none: 'Nobody has looked yet',
  noneNote: 'When a company or site looks at your records, you see it here at once. Your own looks are not listed.',
  why: {
    title: 'Why there are no personal names',
    text: 'People look because of their work, and the company or counter answers for it. Who it was is kept in the register.',
  },
  ask: {
    title: 'If you do not understand a look',
    text: 'Ask that company or site first. If that does not help, ask the operator’s desk: say the day and the company.',
  },
  keptFor: 'Looks of the last five years',
}
