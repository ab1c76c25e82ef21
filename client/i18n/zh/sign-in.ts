/** Part of `accounts`, apart because the public entry carries only this. */
export const signIn = {
  title: '登录',
  lead: '供县级部门和乡镇（街道）工作人员使用。公众查询权力归属无需登录。',
  username: '用户名',
  password: '密码',
  showPassword: '显示密码',
  hidePassword: '隐藏密码',
  submit: '登录',
  submitting: '正在登录',
  usernameMissing: '请输入用户名',
  passwordMissing: '请输入密码',
  help: '忘记密码请联系本县系统管理员。',
  toRegister: '查询公开台账（无需登录）',
  expired: '请先登录，登录后将打开您要去的页面。',
} as const;
