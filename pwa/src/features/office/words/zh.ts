/** 简体中文. */
import type { Words } from './ja'

export const words: Words = {
  title: '您的角色',
  role: {
    worker: '技能者',
    foreman: '工长',
    responsible_person: '公司责任人',
    layer_manager: '层级管理员',
    site_manager: '工地管理员',
    site_viewer: '工地查看者',
    proxy_clerk: '代办登记员',
    counter_staff: '窗口人员',
    evaluation_body: '等级评定团体',
    public_client: '公共业主',
    ministry: '国土交通省',
    operator: '运营方',
  },
  register: '整个登记系统',
  until: (day, year) => `到${year}${day}`,
  open: '没有期限',
  none: '现在没有角色',
  noneWhat: '请让邀请您的人给您加上角色。',
  desk: '打开公司和工地的页面',
  deskHow: '早晨确认、批准、技能者名单；也可在电脑上使用。有日语和英语。',
  applications: '申请',
  applicationsHow: '登记、变更、更新',
  noPassport: '这把钥匙没有连到技能者的护照。',
  unseen: '还没能读到您的角色',
  settings: '设置',
}
