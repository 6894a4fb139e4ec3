import type { Words } from './ja'

export const words: Words = {
  title: '谁看过',
  today: '今天',
  roles: {
    worker: '本人',
    foreman: '工长',
    responsible_person: '公司负责人',
    layer_manager: '层级管理者',
    site_manager: '工地管理者',
    site_viewer: '工地查看者',
    proxy_clerk: '代办人员',
    counter_staff: '窗口人员',
    evaluation_body: '能力评价机构',
    public_client: '发包方',
    ministry: '国土交通省',
    operator: '运营方',
  },
  roleUnknown: '其他角色',
  purposes: {
    worker_list: '为了制作人员名单',
    employment: '为了办理雇用手续',
    site_check: '为了在工地核对',
    application: '为了办理申请',
    help: '为了回答您的咨询',
    download: '为了导出记录',
    pass_check: '核对您出示的画面',
  },
  purposeUnknown: '其他目的',
  register: '登记系统的运营方或窗口',
  unnamed: '您出示给的人',
  none: '还没有人看过',
  noneNote: '公司或工地看了您的记录，这里马上会显示。您自己看的不显示。',
  why: {
    title: '为什么没有人名',
    text: '他们因工作而查看，由公司或窗口负责。是谁看的，系统里有记录。',
  },
  ask: {
    title: '不明白的时候',
    text: '请先问那家公司或工地。还不清楚，就问运营窗口，说出日期和公司名。',
  },
  keptFor: '最近五年的查看记录',
}
