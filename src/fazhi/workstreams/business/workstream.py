"""营商环境·公平竞争 as one value: its registers, indicators and sentences."""

from fazhi.engine.register import Workstream

BUSINESS = Workstream(key="business", label="营商环境·公平竞争", registers=())
