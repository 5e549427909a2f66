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
if errorlevel 1 exit /b %ERRORLEVEL%
if not "%~1"=="" exit /b 0
rem The whole suite ends with the image that it has built; a choice of tests does not.
call "%ROOT%\target\kvarter\bin\kvarter.cmd" info "%ROOT%\target\kvarter\models\lindhamn.city.json" --json >nul
if errorlevel 1 (
  >&2 echo kvarter: the tests passed, but the built image does not read the sample district's model.
  exit /b 1
)
exit /b 0
