@echo off
rem What run.cmd and test.cmd share. Windows brings its own graphics and fonts: only Java has to be there.
for %%I in ("%~dp0..") do set "ROOT=%%~fI"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\javac.exe" exit /b 0
where /q javac
if not errorlevel 1 exit /b 0
>&2 echo kvarter: there is no Java development kit on this machine. Install JDK 17 or newer and set JAVA_HOME to it.
exit /b 3
