@echo off
rem installer\test [MAVEN ARGUMENT...]
rem Builds and runs the whole test suite, windows included.
setlocal
call "%~dp0setup.cmd" || exit /b 3
where /q mvn
if errorlevel 1 (
  >&2 echo kvarter: Maven is missing. Install Maven 3.8 or newer and put its bin folder on the PATH.
  exit /b 3
)
call mvn -B -ntp -f "%ROOT%\pom.xml" verify %*
exit /b %ERRORLEVEL%
